import BellOff from 'lucide-solid/icons/bell-off'
import Check from 'lucide-solid/icons/check'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import { Show } from 'solid-js'
import type { ListedReminder } from '@comptoir/contract/reminders'
import { Avatar } from '@comptoir/ui/Avatar'
import { IconButton } from '@comptoir/ui/IconButton'
import { passFocusOn } from '@comptoir/ui/pass-focus-on.ts'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import type { ReminderActs } from './create-reminder-acts.ts'
import { useOwnerWords } from './owner-words.ts'
import { RemindForm } from './RemindForm.tsx'

/** A reminder among the others: of what, when, and the way to its conversation. */
export function ReminderCard(props: { reminder: ListedReminder; acts: ReminderActs }) {
  const { t, format } = useLanguage()
  const { slug } = useWorkspace()
  const ownerWords = useOwnerWords()
  return (
    <li class="reminder-card" data-due={props.reminder.state === 'due' || undefined}>
      <a class="reminder-card-link" href={`/w/${slug}/inbox/c/${props.reminder.conversationId}`}>
        <Avatar name={props.reminder.clientName} seed={props.reminder.clientId} />
        <span class="reminder-card-words">
          <span class="reminder-card-name truncate">
            {props.reminder.clientName} · {props.reminder.subject || t('inbox.list.no_subject')}
          </span>
          <Show when={props.reminder.note}>
            <span class="reminder-card-note">{props.reminder.note}</span>
          </Show>
          <span class="reminder-card-when">
            <time class="num" datetime={props.reminder.dueAt}>
              {format().moment(props.reminder.dueAt)}
            </time>{' '}
            · {ownerWords(props.reminder)}
          </span>
        </span>
      </a>
      <span
        class="reminder-card-acts"
        role="group"
        aria-label={t('reminders.acts_on', { name: props.reminder.clientName })}
      >
        <IconButton ref={passFocusOn(next)} label={t('reminders.done')} onClick={() => props.acts.done(props.reminder)}>
          <Check />
        </IconButton>
        <Popover
          label={t('reminders.change')}
          place="bottom-end"
          trigger={(bind) => (
            <IconButton {...bind} label={t('reminders.change')}>
              <CalendarClock />
            </IconButton>
          )}
        >
          {(close) => (
            <RemindForm
              from={props.reminder}
              onWish={(wish) => {
                close()
                props.acts.change(props.reminder, wish)
              }}
            />
          )}
        </Popover>
        <IconButton label={t('reminders.cancel')} onClick={() => props.acts.cancel(props.reminder)}>
          <BellOff />
        </IconButton>
      </span>
    </li>
  )
}

/** Where the keyboard goes on when this one is dealt with. */
function next(gone: HTMLElement) {
  const card = gone.closest('li')
  return (card?.nextElementSibling ?? card?.previousElementSibling)?.querySelector('a') ?? null
}
