import { createSignal, Show, untrack } from 'solid-js'
import type { ReminderView } from '@comptoir/contract/reminders'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useConversation } from '../conversation-context.ts'
import { createReminderActs } from './create-reminder-acts.ts'
import { RemindForm } from './RemindForm.tsx'
import { ReminderLines } from './ReminderLines.tsx'
import './RemindPanel.css'

/** The reminders of the conversation that is open, and another one. */
export default function RemindPanel(props: { close: () => void; moving?: ReminderView | undefined }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const here = useConversation()
  const acts = createReminderActs()
  const [moving, setMoving] = createSignal(untrack(() => props.moving))
  const others = () => here.opened().reminders.filter(({ id }) => id !== moving()?.id)
  return (
    <div class="remind-panel">
      <Show when={!moving() && others().length > 0}>
        <ReminderLines reminders={others()} acts={acts} onMove={setMoving} />
      </Show>
      {/* Another one to move is another form. */}
      <Show when={moving()?.id ?? 'new'} keyed>
        <RemindForm
          from={moving()}
          onWish={(wish) => {
            const moved = moving()
            if (moved) acts.change(moved, wish)
            else acts.set(here.id, wish)
            props.close()
          }}
        />
      </Show>
      <a class="remind-panel-all" href={`/w/${slug}/reminders`} onClick={() => props.close()}>
        {t('inbox.reminder.list')}
      </a>
    </div>
  )
}
