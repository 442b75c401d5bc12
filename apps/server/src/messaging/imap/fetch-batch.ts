import { mayHaveCommitted } from '../../may-have-committed.ts'
import type { FilesTogether } from '../file-store.ts'
import { makeTurnstile } from '../make-turnstile.ts'
import { ConnectionLost, type OpenMailbox } from './fetching.ts'
import { findHad } from './find-had.ts'
import { keepBatch, type WrittenBatch } from './keep-batch.ts'
import { readUntil, type History, type OpenFolder } from './open-folder.ts'
import { readBeginnings, type MailHead, type ReadMail } from './read-beginnings.ts'
import { pieceBytes } from './read-pieces.ts'
import { writeLarge, writeSmall, type Writing } from './write-mails.ts'

export type Batch = OpenFolder & {
  uids: number[]
  /** Up to which number the folder is read once all of these are. */
  endsAt: number
} & ({ kind: 'new' } | ({ kind: 'history' } & Pick<History, 'known'>))

/** What ended the reading before its end. */
export type Broken = { error: unknown }

export const mostInBatch = 100

/**
 * Reads some mails of the selected folder and keeps them. What came before the connection broke is kept, and nothing
 * of what broke off.
 */
export async function fetchBatch(mailbox: OpenMailbox, batch: Batch): Promise<void> {
  const { client, files, workspaceId } = mailbox
  // While it is held, its server is told now and then that we are there, however long the turns of others and the disk take.
  const readOnly = client.mailbox !== false && client.mailbox.readOnly === true
  const held = await client.getMailboxLock(batch.folder.path, { readOnly })
  const gone = new AbortController()
  const leave = () => gone.abort(new ConnectionLost('Connection closed'))
  client.once('close', leave)
  const together = files.writeTogether(workspaceId)
  try {
    const broken = await readBatch(mailbox, batch, together, gone.signal)
    if (broken) throw broken.error
  } finally {
    client.off('close', leave)
    held.release()
  }
}

/** The beginnings of a batch are in memory together: with many mailboxes, only so many at once. */
const atMostSix = makeTurnstile(6)

/** Answers what it broke off by, once what came before is kept. */
async function readBatch(
  mailbox: OpenMailbox,
  batch: Batch,
  together: FilesTogether,
  gone: AbortSignal,
): Promise<Broken | null> {
  try {
    const writing = { together, isPast: pastOf(mailbox, batch) }
    const { large, ...begun } = await atMostSix(() => beginBatch(mailbox, batch, writing), gone)
    const rest = begun.broken ? { written: [], broken: begun.broken } : await writeLarge(mailbox, writing, large)
    const written = [...begun.written, ...rest.written]
    await keepBatch(mailbox, batch, { written, had: begun.had, broken: rest.broken }, together)
    return rest.broken
  } catch (error) {
    // A connection lost while committing may have committed: bytes too many do no harm, bytes too few do.
    if (!mayHaveCommitted(error)) await together.drop()
    throw error
  }
}

/** What is short: of a large mail only the head is held once the next mailbox has its turn. */
async function beginBatch(
  mailbox: OpenMailbox,
  batch: Batch,
  writing: Writing,
): Promise<WrittenBatch & { large: MailHead[] }> {
  const had = await findHad(mailbox, batch)
  const read: ReadMail[] = []
  const missing = batch.uids.filter((uid) => !had.has(uid))
  const broken = await readBeginnings(mailbox, batch, missing, read).then(
    () => null,
    (error: unknown) => ({ error }),
  )
  const isSmall = ({ beginning }: ReadMail) => beginning.length < pieceBytes
  const written = await writeSmall(writing, read.filter(isSmall))
  const large = read.filter((mail) => !isSmall(mail)).map(({ beginning: _held, ...mail }) => mail)
  return { had, written, large, broken }
}

const day = 86_400_000
const youngMs = 14 * day

/** Of what was there before, only what nobody read and is not old asks for something. */
function pastOf(mailbox: OpenMailbox, batch: Batch): Writing['isPast'] {
  if (batch.kind === 'new') return () => false
  const until = readUntil(mailbox, batch.known)
  return ({ internalAt, seen }) => {
    if (internalAt === null) return seen === 'seen'
    const at = Date.parse(internalAt)
    if (until !== null && at > Date.parse(until)) return false
    return seen === 'seen' || at < Date.now() - youngMs
  }
}
