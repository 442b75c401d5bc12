import type { Tx } from '@comptoir/db/db'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { MergeInput } from '@comptoir/contract/merging'
import type { Staff } from '../../identity/actor.ts'
import { userRoom } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { addEntry } from '../add-entry.ts'
import { confideTo } from '../confide-to-delegate.ts'
import { conversationsToChange, type ConversationToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { absorb } from './absorb.ts'
import { keepWhatWas, type Merging } from './keep-what-was.ts'
import { whyMissing } from './merged-into.ts'
import { rearranged } from './rearranged.ts'

export interface Merged {
  conversation: ConversationRow
  /** What undoing names. */
  mergingIds: string[]
}

/** Others go into a conversation with all they hold; whoever looks for them is led to it. For a day it can be undone. */
export function mergeConversations(
  live: Live,
  staff: Staff,
  intoId: string,
  { commandId, mergedIds }: MergeInput,
): Promise<Merged> {
  const command = { name: 'inbox.merge_conversations', commandId, input: { intoId, mergedIds } }
  return runCommand(live, staff, command, async (tx) => {
    const { into, others } = await lockAll(tx, staff, intoId, [...new Set(mergedIds)])
    const mergings: Merging[] = []
    for (const other of others) {
      const said = { kind: 'merged', actorName: staff.name, userId: null, dueAt: inADay() } as const
      const entry = await addEntry(tx, lastOf(into, others), { ...said, refId: other.id, summary: other.subject })
      mergings.push({ id: entry.id, mergedId: other.id })
    }
    await keepWhatWas(tx, staff.workspaceId, into.id, mergings)
    const now = await absorb(tx, into, others)
    if (now.assigneeId && now.assigneeRole === 'delegate') await confideTo(tx, now, now.assigneeId)
    const goneIds = others.map(({ id }) => id)
    return {
      result: { conversation: conversationView(now), mergingIds: mergings.map(({ id }) => id) },
      facts: [await rearranged(tx, now, goneIds), ...lostByDelegates(now, others)],
      clientId: now.clientId,
    }
  })
}

async function lockAll(tx: Tx, staff: Staff, intoId: string, mergedIds: string[]) {
  if (mergedIds.includes(intoId)) throw new Refusal('invalid', 'errors.merge_with_itself')
  const all = await conversationsToChange(tx, staff, [intoId, ...mergedIds])
  for (const id of [intoId, ...mergedIds]) if (!all.some((one) => one.id === id)) throw await whyMissing(tx, staff, id)
  if (all.some(({ state }) => state === 'deleted')) throw new Refusal('conflict', 'errors.merge_deleted')
  const into = all.find(({ id }) => id === intoId)!
  return { into, others: mergedIds.map((id) => all.find((one) => one.id === id)!) }
}

/** The entry stands below all that is there. */
function lastOf(into: ConversationToChange, others: ConversationToChange[]) {
  const lastAt = [into, ...others]
    .map((one) => one.lastAt)
    .sort()
    .at(-1)!
  return { workspaceId: into.workspaceId, id: into.id, lastAt }
}

function inADay() {
  return new Date(Date.now() + 24 * 3600_000).toISOString()
}

/** A delegate sees what went into one that is theirs there; what went into another's they see no more. */
export function lostByDelegates(into: ConversationToChange, others: ConversationToChange[]): Fact[] {
  const lost = others.filter((one) => one.assigneeRole === 'delegate' && one.assigneeId !== into.assigneeId)
  return [...Map.groupBy(lost, (one) => one.assigneeId!)].map(([userId, theirs]) => ({
    name: 'access.revoked',
    rooms: [userRoom(userId)],
    data: { conversationIds: theirs.map(({ id }) => id) },
  }))
}
