import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { LetterPlace, SaveLetterInput, UnsentLetter } from '@comptoir/contract/unsent-letters'
import { clientsOf } from '../../clients/clients.ts'
import { filesOf } from '../../documents/files.ts'
import type { Staff } from '../../identity/actor.ts'
import { now } from '../../instant.ts'
import { sanitizeOwnHtml } from '../../messaging/sanitize-own-html.ts'
import { recordEvents } from '../../realtime/record-events.ts'
import { retryingDeadlocks } from '../../realtime/retrying-deadlocks.ts'
import { userRoom } from '../../realtime/rooms.ts'
import type { Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { letterOf } from './letters.ts'
import { mayWriteAbout } from './may-write-about.ts'

/**
 * Keeps a letter somebody is writing, for all their screens. One written over a version that is no longer the last is a
 * conflict, with the last in its details. The version makes it safe to send twice, so no command is kept of it.
 */
export async function saveLetter(
  live: Live,
  staff: Staff,
  place: LetterPlace,
  input: SaveLetterInput,
): Promise<{ letter: UnsentLetter }> {
  const { workspaceId, userId } = staff
  const save = async (tx: Tx) => {
    await Promise.all([mayWriteAbout(tx, staff, place), mayName(tx, staff, input)])
    const kept = { ...input, bodyHtml: sanitizeOwnHtml(input.bodyHtml), fileIds: [...new Set(input.fileIds)] }
    const isSaved = await write(tx, staff, place, kept)
    const letter = await letterOf(tx, staff, place)
    if (letter && !isSaved && isSame(letter, kept)) return { letter, events: [] }
    if (!letter || !isSaved) throw new Refusal('conflict', 'errors.newer_draft', { letter })
    const facts = [{ name: 'inbox.letter_saved' as const, rooms: [userRoom(userId)], data: { letter } }]
    return {
      letter,
      events: await recordEvents(tx, { workspaceId, actorId: userId, clientId: null, facts, command: null }),
    }
  }
  const { letter, events } = await retryingDeadlocks(() => inWorkspace(live.db, workspaceId, save))
  live.committed(events)
  return { letter }
}

/** Whom and what it names must be there for its writer. */
async function mayName(tx: Tx, staff: Staff, { client, mailboxId, fileIds }: SaveLetterInput) {
  const ids = [...new Set(fileIds)]
  const [known, mailbox, files] = await Promise.all([
    client?.is === 'existing'
      ? clientsOf(tx, staff).where('client.id', '=', client.clientId).select('client.id').executeTakeFirst()
      : 'nobody',
    mailboxId
      ? tx
          .selectFrom('mailbox')
          .where('workspaceId', '=', staff.workspaceId)
          .where('id', '=', mailboxId)
          .select('id')
          .executeTakeFirst()
      : 'none',
    ids.length > 0 ? filesOf(tx, staff).where('file.id', 'in', ids).select('file.id').execute() : [],
  ])
  if (!known) throw new Refusal('not_found', 'errors.client_missing')
  if (!mailbox) throw new Refusal('not_found', 'errors.mailbox_missing')
  if (files.length < ids.length) throw new Refusal('not_found', 'errors.file_missing')
}

/** Whether it was written: only over the version it was written on. */
async function write(tx: Tx, staff: Staff, { about, aboutId }: LetterPlace, input: SaveLetterInput): Promise<boolean> {
  const { mailboxId, client, address, recipients, subject, bodyHtml, fileIds, signature, version } = input
  const values = {
    mailboxId,
    clientId: client?.is === 'existing' ? client.clientId : null,
    clientName: client?.is === 'new' ? client.name : null,
    address,
    recipients: recipients && JSON.stringify(recipients),
    subject,
    bodyHtml,
    fileIds,
    signature,
    version: version + 1,
    updatedAt: now(),
  }
  const own = { workspaceId: staff.workspaceId, userId: staff.userId, about, aboutId }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('unsentLetter')
      .values({ ...own, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('unsentLetter')
    .set(values)
    .where('workspaceId', '=', own.workspaceId)
    .where('userId', '=', own.userId)
    .where('about', '=', about)
    .where('aboutId', '=', aboutId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** A save that was sent twice, or by two screens that say the same. */
function isSame(letter: UnsentLetter, input: SaveLetterInput) {
  return letter.version === input.version + 1 && saidIn(asSaved(letter)) === saidIn(input)
}

function asSaved({ client, files, ...letter }: UnsentLetter): Omit<SaveLetterInput, 'version'> {
  return {
    ...letter,
    client: client?.is === 'existing' ? { is: 'existing', clientId: client.client.id } : client,
    fileIds: files.map((file) => file.id),
  }
}

function saidIn(letter: Omit<SaveLetterInput, 'version'>) {
  const { mailboxId, client, address, recipients, subject, bodyHtml, fileIds, signature } = letter
  const whom = client && (client.is === 'existing' ? client.clientId : client.name)
  const { to, cc, bcc } = recipients ?? { to: [], cc: [], bcc: [] }
  const people = [to, cc, bcc].map((some) => some.map((one) => one.address))
  return JSON.stringify([mailboxId, whom, address, people, subject, bodyHtml, fileIds, signature])
}
