import CalendarClock from 'lucide-solid/icons/calendar-clock'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import Undo2 from 'lucide-solid/icons/undo-2'
import { Show } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'
import { createTakingBack } from './create-taking-back.ts'
import { useInbox } from './inbox-context.ts'
import { LaterMenu } from './LaterMenu.tsx'
import './LeavingSoon.css'

/** When a planned message leaves, what the client said since, and what can still be done about it. */
export default function LeavingLater(props: { message: MessageItem; at: string; mayDecide: boolean }) {
  const { t, format } = useLanguage()
  const { acts } = useInbox()
  const here = useConversation()
  const takeBack = createTakingBack(useConversation().composer.give)
  const hasAnswered = () =>
    here.opened().items.some((item) => item.is === 'message' && item.direction === 'in' && item.seq > props.message.seq)
  return (
    <>
      <span class="leaving-later">
        <CalendarClock aria-hidden="true" />
        {t('inbox.leaving.planned', { at: format().moment(props.at) })}
      </span>
      <Show when={hasAnswered()}>
        <span class="leaving-answered">{t('inbox.leaving.answered')}</span>
      </Show>
      <Show when={props.mayDecide}>
        <LaterMenu
          trigger={(bind) => (
            <Button {...bind} size="sm" tone="ghost">
              {t('inbox.leaving.change')}
            </Button>
          )}
          also={[
            {
              label: t('inbox.leaving.now'),
              icon: <SendHorizontal aria-hidden="true" />,
              onSelect: () => void acts.changeLeaving(props.message.id, null),
            },
            {
              label: t('inbox.leaving.take_back'),
              icon: <Undo2 aria-hidden="true" />,
              onSelect: () => void takeBack(props.message.id),
            },
            'separator',
          ]}
          onChoose={(leavesAt) => void acts.changeLeaving(props.message.id, leavesAt)}
        />
      </Show>
    </>
  )
}
