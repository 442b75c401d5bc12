import type { FetchMessageObject } from 'imapflow'
import { makeTurnstile } from '../make-turnstile.ts'
import { mustBeOpen, type OpenMailbox } from './fetching.ts'
import { isRefusal } from './imap-problem.ts'
import { keepBatch, type ReadMail } from './keep-batch.ts'
import type { OpenFolder } from './open-folder.ts'
import { pieceBytes } from './read-pieces.ts'
import { findHad } from './find-had.ts'

export interface Batch extends OpenFolder {
  kind: 'new' | 'history'
  uids: number[]
  /** Up to which number the folder is read once all of these are. */
  endsAt: number
}

export const mostInBatch = 100

/**
 * Reads some mails of the selected folder and keeps them. What came before the connection broke is kept, and nothing
 * of what broke off.
 */
export async function fetchBatch(mailbox: OpenMailbox, batch: Batch): Promise<void> {
  await atMostSix(async () => {
    const had = await findHad(mailbox, batch)
    const read: ReadMail[] = []
    const missing = batch.uids.filter((uid) => !had.has(uid))
    const reading = await readAll(mailbox, { ...batch, uids: missing }, read).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    const broken = await keepBatch(mailbox, batch, { read, had, broken: reading })
    if (broken) throw broken.error
  })
}

/** The beginnings of a batch are in memory together: with many mailboxes, only so many at once. */
const atMostSix = makeTurnstile(6)

async function readAll(mailbox: OpenMailbox, batch: Batch, read: ReadMail[]): Promise<void> {
  const { uids } = batch
  if (uids.length === 0) return
  try {
    await readTogether(mailbox, batch, read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    // One of them cannot be read there; the others can.
    const left = uids.filter((uid) => !read.some((mail) => mail.uid === uid))
    for (const uid of left) await readAlone(mailbox, batch, uid, read)
  }
}

async function readTogether(mailbox: OpenMailbox, batch: Batch, read: ReadMail[]) {
  const { client } = mailbox
  const { uids } = batch
  const query = { uid: true, flags: true, internalDate: true, size: true, source: { maxLength: pieceBytes } }
  for await (const message of client.fetch(uids.join(','), query, { uid: true })) {
    // Servers also tell, unasked, of mails whose flags changed.
    if (!('source' in message) || !uids.includes(message.uid) || read.some(({ uid }) => uid === message.uid)) continue
    read.push(readMailOf(message) ?? { ...notGiven(mailbox, batch, message.uid), ...marksOf(message) })
  }
  mustBeOpen(client)
}

async function readAlone(mailbox: OpenMailbox, batch: Batch, uid: number, read: ReadMail[]) {
  try {
    await readTogether(mailbox, { ...batch, uids: [uid] }, read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (!read.some((mail) => mail.uid === uid)) read.push(notGiven(mailbox, batch, uid))
  }
}

/** What is kept in the place of a mail of which not even the head is had: words that stand for no other mail. */
function notGiven({ mailboxId }: OpenMailbox, { folder, uidValidity }: OpenFolder, uid: number): ReadMail {
  const beginning = Buffer.from(`X-Not-Given: ${mailboxId} ${folder.id} ${uidValidity} ${uid}\r\n\r\n`)
  return { uid, beginning, sizeOnServer: 0, internalAt: null, seen: 'seen', problem: 'errors.mail_not_given' }
}

function readMailOf(message: FetchMessageObject): ReadMail | null {
  const { uid, source, size = 0 } = message
  if (!Buffer.isBuffer(source)) return null
  return { uid, beginning: source, sizeOnServer: size, problem: null, ...marksOf(message) }
}

function marksOf({ flags, internalDate }: FetchMessageObject): Pick<ReadMail, 'internalAt' | 'seen'> {
  const at = internalDate ? new Date(internalDate) : null
  return {
    internalAt: at && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
    seen: flags?.has('\\Seen') ? 'seen' : 'unseen',
  }
}
