import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { Recipients } from '@comptoir/contract/addressees'
import type { DraftView, SaveDraftInput } from '@comptoir/contract/composer'
import { filesOf } from '../documents/files.ts'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { sanitizeOwnHtml } from '../messaging/sanitize-own-html.ts'
import { recordEvents } from '../realtime/record-events.ts'
import { userRoom } from '../realtime/rooms.ts'
import { retryingDeadlocks } from '../realtime/retrying-deadlocks.ts'
import type { Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { conversationsOf } from './conversations.ts'
import { draftOf } from './drafts.ts'
import { whyMissing } from './merging/merged-into.ts'

/**
 * Keeps what somebody is writing, for all their screens. Text written over a version that is no longer the last is
 * a conflict, with the last in its details. The version makes it safe to send twice, so no command is kept of it.
 */
export async function saveDraft(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: SaveDraftInput,
): Promise<{ draft: DraftView }> {
  try {
    return await saveHere(live, staff, conversationId, input)
  } catch (error) {
    // What somebody is writing in a conversation that goes into another at this moment goes with it.
    const intoId = error instanceof Refusal ? error.details?.['intoId'] : undefined
    if (typeof intoId !== 'string') throw error
    return saveHere(live, staff, intoId, input)
  }
}

async function saveHere(
  live: Live,
  staff: Staff,
  conversationId: string,
  input: SaveDraftInput,
): Promise<{ draft: DraftView }> {
  const { workspaceId, userId } = staff
  const save = async (tx: Tx) => {
    await mustSee(tx, staff, conversationId, input.fileIds)
    const kept = { ...input, bodyHtml: input.kind === 'reply' ? sanitizeOwnHtml(input.bodyHtml) : input.bodyHtml }
    const isSaved = await write(tx, staff, conversationId, kept)
    const draft = await draftOf(tx, staff, conversationId)
    if (draft && !isSaved && isSame(draft, kept)) return { draft, events: [] }
    if (!draft || !isSaved) throw new Refusal('conflict', 'errors.newer_draft', { draft })
    const facts = [{ name: 'inbox.draft_saved' as const, rooms: [userRoom(userId)], data: { draft } }]
    return {
      draft,
      events: await recordEvents(tx, { workspaceId, actorId: userId, clientId: null, facts, command: null }),
    }
  }
  const { draft, events } = await retryingDeadlocks(() => inWorkspace(live.db, workspaceId, save))
  live.committed(events)
  return { draft }
}

async function mustSee(tx: Tx, staff: Staff, conversationId: string, fileIds: string[]) {
  const ids = [...new Set(fileIds)]
  const [conversation, files] = await Promise.all([
    // A reply being sent throws the draft away: it is saved before that, or after.
    conversationsOf(tx, staff)
      .where('conversation.id', '=', conversationId)
      .select('conversation.id')
      .forKeyShare()
      .executeTakeFirst(),
    ids.length > 0 ? filesOf(tx, staff).where('file.id', 'in', ids).select('file.id').execute() : [],
  ])
  if (!conversation) throw await whyMissing(tx, staff, conversationId)
  if (files.length < ids.length) throw new Refusal('not_found', 'errors.file_missing')
}

/** Whether it was written: only over the version it was written on. */
async function write(tx: Tx, staff: Staff, conversationId: string, input: SaveDraftInput): Promise<boolean> {
  const { kind, bodyHtml, baseSeq, version, recipients, signature } = input
  const values = {
    kind,
    bodyHtml,
    recipients: recipients && JSON.stringify(recipients),
    signature,
    baseSeq,
    fileIds: [...new Set(input.fileIds)],
    version: version + 1,
    updatedAt: now(),
  }
  const own = { workspaceId: staff.workspaceId, conversationId, userId: staff.userId }
  const { numInsertedOrUpdatedRows } = await (version === 0
    ? tx
        .insertInto('draft')
        .values({ ...own, ...values })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
    : tx
        .updateTable('draft')
        .set(values)
        .where('workspaceId', '=', own.workspaceId)
        .where('conversationId', '=', conversationId)
        .where('userId', '=', own.userId)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
        .then(({ numUpdatedRows }) => ({ numInsertedOrUpdatedRows: numUpdatedRows })))
  return numInsertedOrUpdatedRows === 1n
}

/** A save that was sent twice, or by two screens that say the same. */
function isSame(draft: DraftView, input: SaveDraftInput) {
  const files = draft.files.map((file) => file.id).join()
  return (
    draft.version === input.version + 1 &&
    draft.kind === input.kind &&
    draft.bodyHtml === input.bodyHtml &&
    draft.signature === input.signature &&
    namesOf(draft.recipients) === namesOf(input.recipients) &&
    files === [...new Set(input.fileIds)].join()
  )
}

function namesOf(recipients: Recipients | null) {
  const { to, cc, bcc } = recipients ?? { to: [], cc: [], bcc: [] }
  return [to, cc, bcc].map((some) => some.map(({ address }) => address).join()).join(';')
}
