import type { FetchMessageObject } from 'imapflow'
import type { Batch } from './fetch-batch.ts'
import { mustBeOpen, type OpenMailbox } from './fetching.ts'
import { isRefusal } from './imap-problem.ts'
import { headersIn } from './mail-id-in.ts'
import type { OpenFolder } from './open-folder.ts'
import { pieceBytes } from './read-pieces.ts'

/** What is known of a mail by its beginning. */
export interface MailHead {
  uid: number
  /** Its header lines. */
  head: Buffer
  sizeOnServer: number
  internalAt: string | null
  seen: 'seen' | 'unseen'
  /** The key of the sentence that says why a person must decide. */
  problem: string | null
}

/** A mail of which at least the beginning is here. */
export interface ReadMail extends MailHead {
  beginning: Buffer
}

/** Reads the beginnings of these mails of the selected folder into `read`. */
export async function readBeginnings(
  mailbox: OpenMailbox,
  batch: Batch,
  uids: number[],
  read: ReadMail[],
): Promise<void> {
  if (uids.length === 0) return
  try {
    await readTogether(mailbox, batch, uids, read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    // One of them cannot be read there; the others can.
    const left = uids.filter((uid) => !read.some((mail) => mail.uid === uid))
    for (const uid of left) await readAlone(mailbox, batch, uid, read)
  }
}

async function readTogether(mailbox: OpenMailbox, batch: Batch, uids: number[], read: ReadMail[]) {
  const { client } = mailbox
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
    await readTogether(mailbox, batch, [uid], read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (!read.some((mail) => mail.uid === uid)) read.push(notGiven(mailbox, batch, uid))
  }
}

/** What is kept in the place of a mail of which not even the head is had: words that stand for no other mail. */
function notGiven({ mailboxId }: OpenMailbox, { folder, uidValidity }: OpenFolder, uid: number): ReadMail {
  const head = Buffer.from(`X-Not-Given: ${mailboxId} ${folder.id} ${uidValidity} ${uid}\r\n\r\n`)
  const problem = 'errors.mail_not_given'
  return { uid, beginning: head, head, sizeOnServer: 0, internalAt: null, seen: 'seen', problem }
}

function readMailOf(message: FetchMessageObject): ReadMail | null {
  const { uid, source, size = 0 } = message
  if (!Buffer.isBuffer(source)) return null
  // Bytes of its own: the beginning of a large mail is not held for as long as its head.
  const head = Buffer.from(headersIn(source))
  return { uid, beginning: source, head, sizeOnServer: size, problem: null, ...marksOf(message) }
}

function marksOf({ flags, internalDate }: FetchMessageObject): Pick<ReadMail, 'internalAt' | 'seen'> {
  const at = internalDate ? new Date(internalDate) : null
  return {
    internalAt: at && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
    seen: flags?.has('\\Seen') ? 'seen' : 'unseen',
  }
}
