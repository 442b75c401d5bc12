import { lazy, Suspense } from 'solid-js'
import type { Receipt } from '@comptoir/contract/messaging'
import { Popover } from '@comptoir/ui/Popover'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { ReceiptMark } from './ReceiptMark.tsx'
import { receiptWords } from './receipt-words.ts'

const MessageTrack = lazy(() => import('./MessageTrack.tsx'))

/** How far a message of ours has come; pressed, it tells how it came there. */
export function ReceiptButton(props: { messageId: string; receipt: Receipt }) {
  const { t } = useLanguage()
  return (
    <Popover
      label={t('inbox.track.title')}
      place="top-end"
      trigger={(bind) => (
        <button
          type="button"
          {...bind}
          class="receipt-button"
          aria-label={t('inbox.receipt.follow', { state: receiptWords(t, props.receipt) })}
        >
          <ReceiptMark receipt={props.receipt} />
        </button>
      )}
    >
      {() => (
        <Suspense fallback={<SkeletonLines />}>
          <MessageTrack messageId={props.messageId} receipt={props.receipt} />
        </Suspense>
      )}
    </Popover>
  )
}
