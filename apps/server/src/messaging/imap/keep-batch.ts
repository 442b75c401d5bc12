import { Readable } from 'node:stream'
import { mayHaveCommitted } from '../../may-have-committed.ts'
import { runWork } from '../../realtime/run-command.ts'
import { cleanLine } from '../clean-text.ts'
import { DiskFull, FileTooLarge, type FilesTogether } from '../file-store.ts'
import { addressesOf } from '../mail-addresses.ts'
import { decodeWords } from '../mime/decode-words.ts'
import { headerIn, parseHeaders } from '../mime/headers.ts'
import { maxMailBytes } from '../store-mail.ts'
import type { Batch } from './fetch-batch.ts'
import type { OpenMailbox } from './fetching.ts'
import { insertFetched, type FetchedMail } from './insert-fetched.ts'
import { headersIn, mailIdIn } from './mail-id-in.ts'
import { moveFolder } from './move-folder.ts'
import { readUntil } from './open-folder.ts'
import { isLongerThan, MailGone, MailNotGiven, pieceBytes, readPieces } from './read-pieces.ts'

/** A mail of which at least the beginning is here. */
export interface ReadMail {
  uid: number
  beginning: Buffer
  sizeOnServer: number
  internalAt: string | null
  seen: 'seen' | 'unseen'
  /** The key of the sentence that says why a person must decide. */
  problem: string | null
}

export interface BatchRead {
  read: ReadMail[]
  /** Those that need no reading: null where the number was read before, else the mail it is. */
  had: Map<number, string | null>
  broken: Broken | null
}

/** What ended the reading before its end. */
type Broken = { error: unknown }

const day = 86_400_000
const youngMs = 14 * day

/**
 * Puts the bytes of a batch on disk, and then its rows and how far the folder is read, all or nothing. What was read
 * before the connection broke is kept; the break is answered.
 */
export async function keepBatch(
  mailbox: OpenMailbox,
  batch: Batch,
  { read, had, ...reading }: BatchRead,
): Promise<Broken | null> {
  const { files, live, workspaceId, intake } = mailbox
  const together = files.writeTogether(workspaceId)
  try {
    const { written, ...writing } = await writeAll(mailbox, batch, read, together)
    const broken = reading.broken ?? writing.broken
    const through = throughUid(batch, new Set([...written.map(({ uid }) => uid), ...had.keys()]), broken)
    const kept = await together.keep()
    const mails = written.map((mail): FetchedMail => ({ ...mail, stored: kept[mail.place]! }))
    const unused = await runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
      const inserted = await insertFetched(tx, mailbox, batch, mails, had)
      const moved = await moveFolder(tx, mailbox, batch, through)
      return { result: inserted.unused, facts: [...inserted.facts, ...moved] }
    })
    for (const key of unused) await files.remove(workspaceId, key)
    if (mails.length > unused.length) intake.wake()
    return broken
  } catch (error) {
    // A connection lost while committing may have committed: bytes too many do no harm, bytes too few do.
    if (!mayHaveCommitted(error)) await together.drop()
    throw error
  }
}

/** Up to which number all is done: one that was asked for and did not come is of a mail that is gone. */
function throughUid({ uids, endsAt }: Batch, done: Set<number>, broken: Broken | null): number {
  const missing = broken ? uids.findIndex((uid) => !done.has(uid)) : -1
  return missing < 0 ? endsAt : (uids[missing - 1] ?? 0)
}

type Written = Omit<FetchedMail, 'stored'> & { place: number }

async function writeAll(mailbox: OpenMailbox, batch: Batch, read: ReadMail[], together: FilesTogether) {
  const until = batch.kind === 'history' ? await readUntil(mailbox, batch) : null
  const write = async (mail: ReadMail): Promise<Written> => {
    const { place, problem } = await writeOne(mailbox, mail, together)
    const toSort = problem ? { problem, ...headOf(mail.beginning) } : null
    const { uid, internalAt } = mail
    const isHistory = batch.kind === 'history' && isPast(mail, until)
    return { uid, internalAt, mailId: mailIdIn(mail.beginning), isHistory, place, toSort }
  }
  const isSmall = ({ beginning }: ReadMail) => beginning.length < pieceBytes
  const small = await Promise.allSettled(read.filter(isSmall).map(write))
  const failed = small.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  const written = small.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  try {
    for (const mail of read) if (!isSmall(mail)) written.push(...(await write(mail).then((one) => [one], noneIfGone)))
    return { written, broken: null }
  } catch (error) {
    if (error instanceof DiskFull) throw error
    return { written, broken: { error } }
  }
}

function noneIfGone(error: unknown): Written[] {
  if (error instanceof MailGone) return []
  throw error
}

async function writeOne({ client }: OpenMailbox, mail: ReadMail, together: FilesTogether) {
  const { uid, beginning, problem, sizeOnServer } = mail
  const limit = { maxBytes: maxMailBytes }
  const headOnly = async (why: string) => {
    const { place } = await together.add(Readable.from([headersIn(beginning)]), limit)
    return { place, problem: why }
  }
  try {
    // What its server says of its size is only believed once it is seen to go on that far.
    if (sizeOnServer > maxMailBytes && (await isLongerThan(client, uid, maxMailBytes)))
      return await headOnly('errors.mail_too_heavy')
    const bytes = Readable.from(readPieces(client, uid, beginning), { objectMode: false })
    return { ...(await together.add(bytes, limit)), problem }
  } catch (error) {
    if (error instanceof FileTooLarge) return headOnly('errors.mail_too_heavy')
    if (error instanceof MailNotGiven) return headOnly('errors.mail_not_given')
    throw error
  }
}

/** Of what was there before, only what nobody read and is not old asks for something. */
function isPast({ internalAt, seen }: ReadMail, until: string | null) {
  if (internalAt === null) return seen === 'seen'
  const at = Date.parse(internalAt)
  if (until !== null && at > Date.parse(until)) return false
  return seen === 'seen' || at < Date.now() - youngMs
}

function headOf(beginning: Buffer) {
  const headers = parseHeaders(headersIn(beginning))
  const [from] = addressesOf([headerIn(headers, 'from')])
  return { subject: cleanLine(decodeWords(headerIn(headers, 'subject')), 300), sender: from?.address ?? '' }
}
