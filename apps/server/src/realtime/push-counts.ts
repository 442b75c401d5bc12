import type { Counts } from '@comptoir/contract/inbox'
import type { RecordedEvent } from './record-events.ts'
import type { SocketParts } from './sockets.ts'
import type { StaffSockets } from './staff-sockets.ts'

/** Facts that can move a number beside a view. */
const moving = new Set<string>([
  'inbox.message_received',
  'inbox.conversation_assigned',
  'inbox.conversation_archived',
  'inbox.conversation_reopened',
  'inbox.conversation_read',
  'inbox.message_sent',
  'messaging.mail_set_to_sort',
  'messaging.mail_sorted',
])
const everyMs = 250

/** Pushes each person's counts, absolute, when they changed, at most four times a second for a workspace. */
export function pushCounts(staff: StaffSockets, { sources, log }: SocketParts) {
  const due = new Map<string, NodeJS.Timeout>()
  const lastPushed = new Map<string, string>()

  async function push(workspaceId: string) {
    const people = new Map(
      staff
        .people()
        .filter((one) => one.workspaceId === workspaceId)
        .map((one) => [one.userId, one]),
    )
    if (people.size === 0) return
    const counts = await sources.countsOf(workspaceId, [...people.values()])
    for (const [userId, numbers] of counts) {
      if (!isNews(`${workspaceId}/${userId}`, numbers)) continue
      staff.to(workspaceId, userId).emit('counts', numbers)
    }
  }

  function isNews(key: string, { seq: _, ...numbers }: Counts) {
    const text = JSON.stringify(numbers)
    if (lastPushed.get(key) === text) return false
    lastPushed.set(key, text)
    return true
  }

  return {
    follow({ workspaceId, name }: RecordedEvent) {
      if (!moving.has(name) || due.has(workspaceId)) return
      const timer = setTimeout(() => {
        due.delete(workspaceId)
        push(workspaceId).catch((error: unknown) => log.warn({ err: error }, 'counts were not pushed'))
      }, everyMs)
      due.set(workspaceId, timer)
    },
    stop() {
      for (const timer of due.values()) clearTimeout(timer)
    },
  }
}
