import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { conversationsToChange } from '../conversations.ts'
import { conversationView } from '../conversation-view.ts'
import { absorb } from './absorb.ts'
import { keepWhereItWent } from './keep-what-was.ts'
import { mergedInto, whyMissing } from './merged-into.ts'
import { lostByDelegates } from './merge-conversations.ts'
import { rearranged } from './rearranged.ts'

/** A part becomes part again of what it was split from, with all that was said in it since. */
export function undoSplit(
  live: Live,
  staff: Staff,
  partId: string,
  { commandId }: { commandId: string },
): Promise<{ conversation: ConversationRow }> {
  const command = { name: 'inbox.undo_split', commandId, input: { partId } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const fromId = await splitFrom(tx, workspaceId, partId)
    const [into, part] = await lockBoth(tx, staff, fromId, partId)
    if (into.state === 'deleted' || part.state === 'deleted') throw new Refusal('conflict', 'errors.merge_deleted')
    await sql`
      delete from entry e
      where e.workspace_id = ${workspaceId}
        and (e.conversation_id = ${partId} and e.kind = 'split_from'
          or e.conversation_id = ${into.id} and e.kind = 'split_off' and e.ref_id = ${partId})`.execute(tx)
    await keepWhereItWent(tx, workspaceId, into.id, { id: makeId(), mergedId: partId })
    const now = await absorb(tx, into, [part])
    return {
      result: { conversation: conversationView(now) },
      facts: [await rearranged(tx, now, [partId]), ...lostByDelegates(now, [part])],
      clientId: now.clientId,
    }
  })
}

/** Where it is from, wherever that went since. */
async function splitFrom(tx: Tx, workspaceId: string, partId: string): Promise<string | null> {
  const entry = await tx
    .selectFrom('entry')
    .select(['refId', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', '=', partId)
    .where('kind', '=', 'split_from')
    .where('dueAt', '>', sql<string>`now()`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!entry?.refId) return null
  const [moved] = await mergedInto(tx, workspaceId, [entry.refId])
  return moved?.intoId ?? entry.refId
}

async function lockBoth(tx: Tx, staff: Staff, fromId: string | null, partId: string) {
  const locked = await conversationsToChange(tx, staff, fromId ? [fromId, partId] : [partId])
  const part = locked.find(({ id }) => id === partId)
  if (!part) throw await whyMissing(tx, staff, partId)
  if (!fromId || fromId === partId) throw new Refusal('conflict', 'errors.split_old')
  const into = locked.find(({ id }) => id === fromId)
  if (!into) throw await whyMissing(tx, staff, fromId)
  return [into, part] as const
}
