import type { BulkAct } from '@comptoir/contract/bulk'
import { isUnfiltered } from '@comptoir/contract/filters'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { byDue, type ReminderView } from '@comptoir/contract/reminders'
import { orderOf } from '@comptoir/contract/views'
import { isInView, type ListState } from '@comptoir/wire/apply/inbox'
import type { OpenedState } from '@comptoir/wire/apply/opened'
import type { Reader } from '@comptoir/wire/apply/reader'
import { inOrder } from '@comptoir/wire/apply/stretch'
import type { OwnAct } from './own-act.ts'

type Act = OwnAct | BulkAct

export type AsDone = ReturnType<typeof createAsDone>

type Acts = ReadonlyMap<string, OwnAct[]>

/** What the server told, as it is once it has what one did meanwhile. What nobody touched is given back itself. */
export function createAsDone(
  byConversation: () => Acts,
  reader: () => Reader,
  /** A conversation that was opened, whatever list it is in. */
  openedRow: (conversationId: string) => ConversationRow | undefined = () => undefined,
) {
  /** Rows as they were in a list before what one did took them out of it. */
  const seen = new Map<string, ConversationRow>()

  /** What one brought into a view, and the server has not told yet: without it, it would go and come again. */
  function broughtIn(list: ListState, acts: Acts): ConversationRow[] {
    if (!isUnfiltered(list.filter)) return []
    const there = new Set(list.rows.map(({ id }) => id))
    const last = list.next === null ? undefined : list.rows.at(-1)
    return [...acts].flatMap(([id, those]) => {
      const row = there.has(id) || !those.some(bringsIn) ? undefined : (openedRow(id) ?? seen.get(id))
      const now = row && rowWith(acts, row)
      if (!now || !isInView(list.view, now, { [reader().userId]: 0 }, reader())) return []
      return last && inOrder(orderOf(list.view))(now, last) > 0 ? [] : [{ ...now }]
    })
  }

  return {
    row: (row: ConversationRow) => rowWith(byConversation(), row),
    /** Those of a view that still belong to it. */
    rows(list: ListState): ConversationRow[] {
      const acts = byConversation()
      if (acts.size === 0) {
        seen.clear()
        return list.rows
      }
      const stay = list.rows.flatMap((one) => {
        const now = rowWith(acts, one)
        if (now !== one) seen.set(one.id, { ...one })
        // What was only read stays: it would vanish under the hand.
        if (now.state === one.state && now.assigneeId === one.assigneeId) return now
        const unread = { [reader().userId]: unreadWith(acts, one.id, list.unread[one.id]) }
        return isInView(list.view, now, unread, reader()) ? now : []
      })
      const come = broughtIn(list, acts)
      return come.length === 0 ? stay : [...stay, ...come].sort(inOrder(orderOf(list.view)))
    },
    unread(list: ListState): Record<string, number> {
      const acts = byConversation()
      if (acts.size === 0) return list.unread
      const touched = [...acts.keys()].map((id) => [id, unreadWith(acts, id, list.unread[id])] as const)
      return { ...list.unread, ...Object.fromEntries(touched) }
    },
    /** Reminders of any conversations, those one moved or ended among them. */
    reminders<Reminder extends ReminderView>(reminders: Reminder[]): Reminder[] {
      const all = byConversation()
      if (all.size === 0) return reminders
      return reminders
        .flatMap((one) =>
          withoutUndone(all.get(one.conversationId) ?? []).reduce<Reminder[]>(
            (so, act) => so.flatMap((now) => reminderAfter(now, act) ?? []),
            [one],
          ),
        )
        .sort(byDue)
    },
    /** What differs of an opened conversation, each part by itself. */
    ofOpened(opened: () => OpenedState) {
      const id = () => opened().conversation.id
      const acts = () => byConversation().get(id()) ?? []
      return {
        conversation: () => rowWith(byConversation(), opened().conversation),
        unread: () => unreadWith(byConversation(), id(), opened().unread),
        notices: () => (acts().some(({ is }) => is === 'read') ? [] : opened().notices),
        reminders() {
          const done = withoutUndone(acts()).filter((act) => 'reminderId' in act)
          if (done.length === 0) return opened().reminders
          return done
            .reduce((so, act) => remindersAfter(so, act, id(), reader().userId), opened().reminders)
            .sort(byDue)
        },
      }
    },
  }
}

function bringsIn({ is }: OwnAct): boolean {
  return is === 'archive' || is === 'reopen' || is === 'restore' || is === 'assign' || is === 'many'
}

function rowWith(acts: Acts, row: ConversationRow): ConversationRow {
  return acts.get(row.id)?.reduce<ConversationRow>(rowAfter, row) ?? row
}

function unreadWith(acts: Acts, id: string, before = 0): number {
  return acts.get(id)?.reduce<number>(unreadAfter, before) ?? before
}

function rowAfter(row: ConversationRow, act: Act): ConversationRow {
  switch (act.is) {
    case 'many':
      return rowAfter(row, act.act)
    case 'archive':
      return row.state === 'open' ? { ...row, state: 'archived' } : row
    case 'reopen':
      return row.state === 'archived' ? { ...row, state: 'open' } : row
    case 'restore':
      return row.state === 'deleted' ? { ...row, state: 'open' } : row
    case 'delete':
      return { ...row, state: 'deleted' }
    case 'assign':
      return row.assigneeId === act.assigneeId ? row : { ...row, assigneeId: act.assigneeId }
    case 'remind': {
      const { dueAt } = 'wish' in act ? act.wish : act
      return { ...row, followUpAt: row.followUpAt && row.followUpAt < dueAt ? row.followUpAt : dueAt }
    }
    default:
      return row
  }
}

function unreadAfter(unread: number, act: Act): number {
  switch (act.is) {
    case 'many':
      return unreadAfter(unread, act.act)
    case 'read':
      return 0
    case 'unread':
      return Math.max(1, unread)
    default:
      return unread
  }
}

/** What was taken back again was never done. */
function withoutUndone(acts: OwnAct[]): OwnAct[] {
  return acts.reduce<OwnAct[]>((so, act) => {
    if (act.is !== 'undo-reminder') return [...so, act]
    const undone = so.findLastIndex((one) => 'reminderId' in one && one.reminderId === act.reminderId)
    return undone < 0 ? [...so, act] : so.toSpliced(undone, 1)
  }, [])
}

function remindersAfter(reminders: ReminderView[], act: OwnAct, conversationId: string, setBy: string): ReminderView[] {
  if (act.is !== 'remind') return reminders.flatMap((one) => reminderAfter(one, act) ?? [])
  const others = reminders.filter(({ id }) => id !== act.reminderId)
  return [...others, { ...act.wish, id: act.reminderId, conversationId, state: 'waiting', setBy, version: 1 }]
}

/** A reminder after what was done, to it or to another; nothing where it is done with. */
function reminderAfter<Reminder extends ReminderView>(one: Reminder, act: OwnAct): Reminder | undefined {
  if (!('reminderId' in act) || act.reminderId !== one.id) return one
  if (act.is === 'end-reminder') return undefined
  if (act.is === 'move-reminder') return { ...one, ...act.wish, state: 'waiting', version: one.version + 1 }
  // Before its first change there was none.
  return act.is === 'undo-reminder' && act.version === 1 ? undefined : one
}
