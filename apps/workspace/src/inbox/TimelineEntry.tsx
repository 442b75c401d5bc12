import AlarmClockOff from 'lucide-solid/icons/alarm-clock-off'
import Bell from 'lucide-solid/icons/bell'
import BellOff from 'lucide-solid/icons/bell-off'
import BellRing from 'lucide-solid/icons/bell-ring'
import BellPlus from 'lucide-solid/icons/bell-plus'
import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Flag from 'lucide-solid/icons/flag'
import Link2 from 'lucide-solid/icons/link-2'
import Merge from 'lucide-solid/icons/merge'
import Split from 'lucide-solid/icons/split'
import MailX from 'lucide-solid/icons/mail-x'
import Trash2 from 'lucide-solid/icons/trash'
import Undo2 from 'lucide-solid/icons/undo-2'
import UserCheck from 'lucide-solid/icons/user-check'
import UserMinus from 'lucide-solid/icons/user-minus'
import { Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { EntryItem } from '@comptoir/contract/timeline'
import { Pill } from '@comptoir/ui/Pill'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'
import { useNow } from './use-now.ts'
import './TimelineEntry.css'

const icons = {
  assigned: UserCheck,
  unassigned: UserMinus,
  archived: Archive,
  reopened: ArchiveRestore,
  deleted: Trash2,
  restored: Undo2,
  bounced: MailX,
  gave_up: AlarmClockOff,
  complained: Flag,
  maybe_related: Link2,
  reminder_set: BellPlus,
  reminder_moved: Bell,
  reminder_due: BellRing,
  reminder_done: CircleCheck,
  reminder_cancelled: BellOff,
  merged: Merge,
  unmerged: Undo2,
  split_off: Split,
  split_from: Split,
}

const isRearranging = new Set<EntryItem['kind']>(['merged', 'unmerged', 'split_off', 'split_from'])
const isBad = new Set<EntryItem['kind']>(['bounced', 'gave_up', 'complained'])

/** Something that was done, and by whom. */
export function TimelineEntry(props: { entry: EntryItem }) {
  const language = useLanguage()
  const { t, format } = language
  const UndoEntry = lazyWithWords(language, () => import('./merging/UndoEntry.tsx'))
  const now = useNow()
  const workspace = useWorkspace()
  const { hrefOf } = useInbox()
  const sentence = () => {
    const { kind, actorName: actor, userId, summary, dueAt } = props.entry
    if (isRearranging.has(kind)) return t(`inbox.entry.${kind}`, { actor, name: summary || t('inbox.list.no_subject') })
    if (dueAt) return reminderSentence(props.entry, format().moment(dueAt))
    // What the program did by itself has no actor.
    if (kind === 'reopened' && actor === '') return t('inbox.entry.reopened_by_itself')
    if (isBad.has(kind)) return t(`inbox.entry.${kind}`, { name: summary })
    const name = workspace.memberName(userId) || summary
    return kind === 'assigned' && name === actor
      ? t('inbox.entry.taken', { actor })
      : t(`inbox.entry.${kind}`, { actor, name })
  }
  function reminderSentence({ kind, actorName: actor, summary: note }: EntryItem, at: string) {
    // The message itself called it off.
    if (kind === 'reminder_cancelled' && actor === '') return t('inbox.entry.reminder_answered')
    const said = t(`inbox.entry.${kind}`, { actor, at })
    return note ? t('inbox.entry.reminder_note', { said, note }) : said
  }
  const tone = () => (isBad.has(props.entry.kind) ? 'danger' : props.entry.kind === 'reminder_due' ? 'warm' : undefined)
  /** For a day, by whoever may. */
  const isUndoable = () => {
    const { kind, dueAt } = props.entry
    return (
      isRearranging.has(kind) &&
      workspace.isTeam() &&
      dueAt !== null &&
      Date.parse(dueAt) > Math.max(now().getTime(), Date.now())
    )
  }
  // What went into this one is here.
  const isHere = () => props.entry.kind === 'merged' && props.entry.dueAt !== null
  const href = () => (props.entry.refId && !isHere() ? hrefOf(props.entry.refId) : undefined)
  return (
    <div class="timeline-entry" data-item={props.entry.id}>
      <Pill href={href()} tone={tone()} icon={<Dynamic component={icons[props.entry.kind]} aria-hidden="true" />}>
        {sentence()}
        <time class="timeline-entry-time num" datetime={props.entry.at} title={format().full(props.entry.at)}>
          {format().time(props.entry.at)}
        </time>
      </Pill>
      <Show when={isUndoable()}>
        <Suspense>
          <UndoEntry entry={props.entry} />
        </Suspense>
      </Show>
    </div>
  )
}
