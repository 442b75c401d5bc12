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
import { entrySentence, isBad, isRearranging } from '@comptoir/rules/entry-sentence'
import { Pill } from '@comptoir/ui/Pill'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'
import { useNow } from './use-now.ts'
import './TimelineEntry.css'

const UndoEntry = lazyWithWords(() => import('./merging/UndoEntry.tsx'))

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

/** Something that was done, and by whom. */
export function TimelineEntry(props: { entry: EntryItem }) {
  const { t, format } = useLanguage()
  const now = useNow()
  const workspace = useWorkspace()
  const { hrefOf } = useInbox()
  const sentence = () =>
    entrySentence(props.entry, {
      say: (kind, values) => t(`inbox.entry.${kind}`, values),
      nameOf: workspace.memberName,
      moment: format().moment,
      untitled: t('inbox.list.no_subject'),
    })
  const tone = () => (isBad(props.entry.kind) ? 'danger' : props.entry.kind === 'reminder_due' ? 'warm' : undefined)
  /** For a day, by whoever may. */
  const isUndoable = () => {
    const { kind, dueAt } = props.entry
    return (
      isRearranging(kind) &&
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
