import Bell from 'lucide-solid/icons/bell'
import BellOff from 'lucide-solid/icons/bell-off'
import BellRing from 'lucide-solid/icons/bell-ring'
import Check from 'lucide-solid/icons/check'
import Pencil from 'lucide-solid/icons/pencil'
import { For, Show } from 'solid-js'
import type { ReminderView } from '@comptoir/contract/reminders'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'
import type { ReminderActs } from './create-reminder-acts.ts'
import { useOwnerWords } from './owner-words.ts'
import './ReminderLines.css'

/** Reminders that are set, each with what can be done with it. */
export function ReminderLines(props: {
  reminders: ReminderView[]
  acts: ReminderActs
  onMove: (reminder: ReminderView) => void
}) {
  const { t, format } = useLanguage()
  const ownerWords = useOwnerWords()
  return (
    <ul class="reminder-lines">
      <For each={props.reminders}>
        {(reminder) => (
          <li class="reminder-line" data-due={reminder.state === 'due' || undefined}>
            <Show when={reminder.state === 'due'} fallback={<Bell aria-hidden="true" />}>
              <BellRing aria-hidden="true" />
            </Show>
            <span class="reminder-line-words">
              <time class="num" datetime={reminder.dueAt}>
                {format().moment(reminder.dueAt)}
              </time>
              <Show when={reminder.note}>
                <span class="reminder-line-note">{reminder.note}</span>
              </Show>
              <span class="reminder-line-who">{ownerWords(reminder)}</span>
            </span>
            <IconButton size="sm" label={t('reminders.done')} onClick={() => props.acts.done(reminder)}>
              <Check />
            </IconButton>
            <IconButton size="sm" label={t('reminders.change')} onClick={() => props.onMove(reminder)}>
              <Pencil />
            </IconButton>
            <IconButton size="sm" label={t('reminders.cancel')} onClick={() => props.acts.cancel(reminder)}>
              <BellOff />
            </IconButton>
          </li>
        )}
      </For>
    </ul>
  )
}
