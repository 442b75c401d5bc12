import { createSignal, Show } from 'solid-js'
import type { Receipt } from '@comptoir/contract/messaging'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'
import './ReceiptTrouble.css'

/** Why a message did not leave, or may not have left, and what can be done about it. */
export function ReceiptTrouble(props: { messageId: string; receipt: Receipt }) {
  const { t, sentence } = useLanguage()
  const { acts } = useInbox()
  const [asked, setAsked] = createSignal<'resend' | 'it-left' | undefined>()
  const trouble = () => {
    const { state } = props.receipt
    return state === 'failed' || state === 'unknown' ? state : undefined
  }
  const settle = async (outcome: 'resend' | 'it-left') => {
    setAsked(outcome)
    await acts.settle(props.messageId, outcome)
    setAsked(undefined)
  }
  return (
    <Show when={trouble()}>
      {(state) => (
        <div class="receipt-trouble">
          <Banner
            tone="danger"
            action={
              <>
                <Button size="sm" busy={asked() === 'resend'} onClick={() => void settle('resend')}>
                  {t('inbox.receipt.resend')}
                </Button>
                <Show when={state() === 'unknown'}>
                  <Button size="sm" busy={asked() === 'it-left'} onClick={() => void settle('it-left')}>
                    {t('inbox.receipt.it_left')}
                  </Button>
                </Show>
              </>
            }
          >
            {sentence(props.receipt.reason ?? '', {}, `inbox.receipt.${state()}_why`)}
            <Show when={props.receipt.answer}>
              {(answer) => <span class="receipt-answer">{t('inbox.receipt.answer', { answer: answer() })}</span>}
            </Show>
          </Banner>
        </div>
      )}
    </Show>
  )
}
