import Clock from 'lucide-solid/icons/clock'
import { createSignal, Show, type JSX } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'
import { createCountdown } from './create-countdown.ts'
import { useConversation } from './conversation-context.ts'
import { createTakingBack } from './create-taking-back.ts'
import './LeavingSoon.css'

/** For some seconds what was sent can be taken back; from then on, what became of it. */
export function LeavingSoon(props: { messageId: string; at: string; mayTakeBack: boolean; children: JSX.Element }) {
  const { t } = useLanguage()
  const seconds = createCountdown(() => props.at)
  const takeBack = createTakingBack(useConversation().composer.give)
  const [asked, setAsked] = createSignal(false)
  const cancel = async () => {
    setAsked(true)
    await takeBack(props.messageId)
    setAsked(false)
  }
  return (
    <Show when={seconds() > 0 || asked()} fallback={props.children}>
      <span class="leaving-soon">
        <Clock aria-hidden="true" />
        <span class="num" role="timer">
          {t('inbox.leaving.in', { n: seconds() })}
        </span>
        <Show when={props.mayTakeBack}>
          <Button size="sm" tone="ghost" busy={asked()} onClick={() => void cancel()}>
            {t('inbox.leaving.cancel')}
          </Button>
        </Show>
      </span>
    </Show>
  )
}
