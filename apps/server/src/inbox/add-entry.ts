import type { Tx } from '@comptoir/db/db'
import type { EntryItem } from '@comptoir/contract/timeline'
import { makeId } from '@comptoir/rules/uuid'
import { laterOf, now } from '../instant.ts'

/** Something that happened to a conversation and that nobody wrote. */
export interface NewEntry {
  kind: EntryItem['kind']
  actorName: string
  /** To whom it was assigned. */
  userId: string | null
  refId?: string | null
  summary?: string
  /** When the reminder it speaks of is due. */
  dueAt?: string | null
}

/** Writes an entry into the timeline of a conversation that is locked. */
export async function addEntry(
  tx: Tx,
  conversation: { workspaceId: string; id: string; lastAt: string },
  { kind, actorName, userId, refId = null, summary = '', dueAt = null }: NewEntry,
): Promise<EntryItem> {
  const shown = {
    id: makeId(),
    kind,
    actorName,
    userId,
    refId,
    summary,
    dueAt,
    at: laterOf(now(), conversation.lastAt),
  }
  await tx
    .insertInto('entry')
    .values({ ...shown, workspaceId: conversation.workspaceId, conversationId: conversation.id })
    .execute()
  return { is: 'entry', ...shown }
}
