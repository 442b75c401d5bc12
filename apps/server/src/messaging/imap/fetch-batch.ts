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
    const reading = await readAll(mailbox, missing, read).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    const broken = await keepBatch(mailbox, batch, { read, had, broken: reading })
    if (broken) throw broken.error
  })
}

/** The beginnings of a batch are in memory together: with many mailboxes, only so many at once. */
const atMostSix = makeTurnstile(6)

async function readAll(mailbox: OpenMailbox, uids: number[], read: ReadMail[]): Promise<void> {
  if (uids.length === 0) return
  try {
    await readTogether(mailbox, uids, read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    // One of them cannot be read there; the others can.
    const left = uids.filter((uid) => !read.some((mail) => mail.uid === uid))
    for (const uid of left) await readAlone(mailbox, uid, read)
  }
}

async function readTogether({ client }: OpenMailbox, uids: number[], read: ReadMail[]) {
  const query = { uid: true, flags: true, internalDate: true, size: true, source: { maxLength: pieceBytes } }
  for await (const message of client.fetch(uids.join(','), query, { uid: true })) {
    const mail = readMailOf(message)
    // Servers also tell, unasked, of mails whose flags changed.
    if (mail && uids.includes(mail.uid) && !read.some(({ uid }) => uid === mail.uid)) read.push(mail)
  }
  mustBeOpen(client)
}

async function readAlone(mailbox: OpenMailbox, uid: number, read: ReadMail[]) {
  try {
    await readTogether(mailbox, [uid], read)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const said = `X-Not-Given: ${mailbox.mailboxId} ${uid}\r\n\r\n`
    read.push({ ...unknown, uid, beginning: Buffer.from(said), problem: 'errors.mail_not_given' })
  }
}

const unknown = { sizeOnServer: 0, internalAt: null, seen: 'seen' } as const

function readMailOf({ uid, source, flags, internalDate, size = 0 }: FetchMessageObject): ReadMail | null {
  if (!source) return null
  const at = internalDate ? new Date(internalDate) : null
  return {
    uid,
    beginning: source,
    sizeOnServer: size,
    internalAt: at && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
    seen: flags?.has('\\Seen') ? 'seen' : 'unseen',
    problem: null,
  }
}
