import Check from 'lucide-solid/icons/check'
import CheckCheck from 'lucide-solid/icons/check-check'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark'
import Clock from 'lucide-solid/icons/clock'
import { Dynamic } from 'solid-js/web'
import type { Receipt } from '@comptoir/contract/messaging'
import { useLanguage } from '../app/create-language.ts'
import { receiptWords } from './receipt-words.ts'
import './ReceiptMark.css'

const icons = {
  sending: Clock,
  waiting: Clock,
  queued: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  unknown: CircleQuestionMark,
}

/** How far a message of ours has come. */
export function ReceiptMark(props: { receipt: Receipt | { state: 'sending' | 'waiting' } }) {
  const { t, format } = useLanguage()
  const when = () =>
    'at' in props.receipt
      ? t('inbox.receipt.at', { state: receiptWords(t, props.receipt), at: format().full(props.receipt.at) })
      : undefined
  return (
    <span class="receipt-mark" data-state={props.receipt.state} title={when()}>
      <ReceiptIcon state={props.receipt.state} />
      {receiptWords(t, props.receipt)}
    </span>
  )
}

/** What stands for a state. */
export function ReceiptIcon(props: { state: keyof typeof icons }) {
  return <Dynamic component={icons[props.state]} aria-hidden="true" />
}
