import type { Staff } from '../identity/actor.ts'
import type { RecordedEvent } from './record-events.ts'
import type { SocketParts } from './sockets.ts'
import type { StaffSockets } from './staff-sockets.ts'

/** Facts that can move a number beside a view. */
export const movesCounts = new Set<string>([
  'inbox.message_received',
  'inbox.conversation_assigned',
  'inbox.conversation_archived',
  'inbox.conversation_reopened',
  'inbox.conversation_deleted',
  'inbox.conversation_restored',
  'inbox.conversations_changed',
  'inbox.conversation_rearranged',
  'inbox.conversation_read',
  'inbox.conversation_marked_unread',
  'inbox.message_sent',
  'inbox.sending_taken_back',
  'inbox.conversation_withdrawn',
  'inbox.trouble_told',
  'inbox.note_added',
  'inbox.notice_given',
  'inbox.notices_seen',
  'inbox.reminder_changed',
  'inbox.reminder_due',
  'messaging.mail_set_to_sort',
  'messaging.mail_sorted',
])
const everyMs = 250

/** Pushes each person's counts, absolute, when they may have changed, at most four times a second for a workspace. */
export function pushCounts(staff: StaffSockets, { sources, log }: SocketParts) {
  const due = new Map<string, NodeJS.Timeout>()

  async function push(workspaceId: string) {
    const people = new Map(
      staff
        .people()
        .filter((one) => one.workspaceId === workspaceId)
        .map((one) => [one.userId, one]),
    )
    if (people.size === 0) return
    const counts = await sources.countsOf(workspaceId, [...people.values()])
    // Always, even when they look the same: a screen may have fetched others in between.
    for (const [userId, numbers] of counts) staff.to(workspaceId, userId).emit('counts', numbers)
  }

  function pushSoon(workspaceId: string) {
    if (due.has(workspaceId)) return
    const timer = setTimeout(() => {
      due.delete(workspaceId)
      push(workspaceId).catch((error: unknown) => log.warn({ err: error }, 'counts were not pushed'))
    }, everyMs)
    due.set(workspaceId, timer)
  }

  return {
    follow({ workspaceId, name }: RecordedEvent) {
      if (movesCounts.has(name)) pushSoon(workspaceId)
    },
    /** Pushes are not in the log: a line that opens may have missed some. */
    greet: ({ workspaceId }: Staff) => pushSoon(workspaceId),
    stop() {
      for (const timer of due.values()) clearTimeout(timer)
    },
  }
}
