import BellRing from 'lucide-solid/icons/bell-ring'
import { For } from 'solid-js'
import type { ReminderView } from '@comptoir/contract/reminders'
import { Button } from '@comptoir/ui/Button'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../../app/create-language.ts'
import { createReminderActs } from './create-reminder-acts.ts'
import { useOwnerWords } from './owner-words.ts'
import RemindPanel from './RemindPanel.tsx'
import './DueReminders.css'

/** What is due in the conversation that is open, with what to do about it. */
export default function DueReminders(props: { reminders: ReminderView[] }) {
  const { t, format } = useLanguage()
  const acts = createReminderActs()
  const ownerWords = useOwnerWords()
  return (
    <ul class="due-reminders">
      <For each={props.reminders}>
        {(reminder) => (
          <li class="due-reminder">
            <BellRing aria-hidden="true" />
            <span class="due-reminder-words">
              <strong>{reminder.note || t('inbox.reminder.due')}</strong>
              <span class="due-reminder-when num">
                {ownerWords(reminder)} · {format().moment(reminder.dueAt)}
              </span>
            </span>
            <span class="due-reminder-acts">
              <Button size="sm" onClick={() => acts.done(reminder)}>
                {t('reminders.done')}
              </Button>
              <Popover
                label={t('reminders.put_off')}
                place="bottom-end"
                trigger={(bind) => (
                  <Button size="sm" {...bind}>
                    {t('reminders.put_off')}
                  </Button>
                )}
              >
                {(close) => <RemindPanel close={close} moving={reminder} />}
              </Popover>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}
