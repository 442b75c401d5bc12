import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { UndoMergingInput } from '@comptoir/contract/merging'
import type { Staff } from '../../identity/actor.ts'
import { userRoom } from '../../realtime/rooms.ts'
import type { Fact } from '../../realtime/record-events.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { addEntry } from '../add-entry.ts'
import { conversationToChange, type ConversationToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { unreadByPerson } from '../unread-by-person.ts'
import { giveBack, type Kept, type Was } from './give-back.ts'
import { rearranged } from './rearranged.ts'
import { restand } from './restand.ts'

/** What went into a conversation becomes conversations of their own again, each as it was, with all it had brought. */
export function undoMerging(
  live: Live,
  staff: Staff,
  conversationId: string,
  { commandId, mergingIds }: UndoMergingInput,
): Promise<{ conversations: ConversationRow[] }> {
  const command = { name: 'inbox.undo_merging', commandId, input: { conversationId, mergingIds } }
  return runCommand(live, staff, command, async (tx) => {
    const from = await conversationToChange(tx, staff, conversationId)
    const kept = await keptOf(tx, from, mergingIds)
    const back: ConversationToChange[] = []
    for (const one of kept) back.push(await giveBack(tx, from, one))
    for (const { id, subject } of back)
      await addEntry(tx, from, { kind: 'unmerged', actorName: staff.name, userId: null, refId: id, summary: subject })
    await sql`
      update entry set due_at = null
      where workspace_id = ${staff.workspaceId} and id = any(${kept.map(({ id }) => id)}::uuid[])`.execute(tx)
    const waited = [from.waitingSince, ...kept.map(({ was }) => was.intoWaitingSince)].filter((one) => one !== null)
    const now = await restand(tx, { ...from, waitingSince: waited.sort()[0] ?? null })
    const facts: Fact[] = [await rearranged(tx, now, [])]
    for (const one of back) facts.push(await rearranged(tx, one, []), ...(await grantedToDelegate(tx, one)))
    return { result: { conversations: back.map(conversationView) }, facts, clientId: now.clientId }
  })
}

/** What is kept of them, the last first; what was undone or is too old is refused. */
async function keptOf(tx: Tx, { workspaceId, id }: ConversationToChange, mergingIds: string[]): Promise<Kept[]> {
  const rows = await tx
    .selectFrom('merging')
    .select(['id', 'mergedId', 'undoneAt', sql.ref<Was | null>('was').as('was')])
    .select(sql<boolean>`at > now() - interval '24 hours'`.as('isYoung'))
    .where('workspaceId', '=', workspaceId)
    .where('intoId', '=', id)
    .where('id', 'in', mergingIds)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
  if (rows.length < mergingIds.length) throw new Refusal('not_found', 'errors.merging_missing')
  if (rows.some(({ undoneAt }) => undoneAt !== null)) throw new Refusal('conflict', 'errors.merging_undone')
  return rows.map(({ id, mergedId, isYoung, was }) => {
    if (!isYoung || was === null) throw new Refusal('conflict', 'errors.merging_old')
    return { id, mergedId, was }
  })
}

/** It is theirs again. */
export async function grantedToDelegate(tx: Tx, conversation: ConversationToChange): Promise<Fact[]> {
  const { assigneeId, assigneeRole, workspaceId, id } = conversation
  if (!assigneeId || assigneeRole !== 'delegate') return []
  const unread = await unreadByPerson(tx, workspaceId, id)
  return [
    {
      name: 'access.granted',
      rooms: [userRoom(assigneeId)],
      data: { conversation: conversationView(conversation), unread },
    },
  ]
}
