import { Readable } from 'node:stream'
import { cleanLine } from '../clean-text.ts'
import { DiskFull } from '../disk-room.ts'
import { FileTooLarge, type FilesTogether } from '../file-store.ts'
import { addressesOf } from '../mail-addresses.ts'
import { decodeWords } from '../mime/decode-words.ts'
import { headerIn, parseHeaders } from '../mime/headers.ts'
import { maxMailBytes } from '../store-mail.ts'
import type { Broken } from './fetch-batch.ts'
import type { OpenMailbox } from './fetching.ts'
import type { FetchedMail } from './insert-fetched.ts'
import { mailIdIn } from './mail-id-in.ts'
import type { MailHead, ReadMail } from './read-beginnings.ts'
import { isLongerThan, MailGone, MailNotGiven, readPieces } from './read-pieces.ts'

/** A mail whose bytes are on disk, at its place among those of its batch. */
export type WrittenMail = Omit<FetchedMail, 'stored'> & { place: number }

/** Of a batch: where its mails are written, and which of them are from before. */
export interface Writing {
  together: FilesTogether
  isPast(mail: MailHead): boolean
}

const limit = { maxBytes: maxMailBytes }

/** Writes mails whose beginnings are all of them. */
export async function writeSmall({ together, isPast }: Writing, mails: ReadMail[]): Promise<WrittenMail[]> {
  const writing = mails.map(async (mail) => {
    const { place } = await together.add(Readable.from([mail.beginning]), limit)
    return writtenMail(mail, isPast(mail), place, mail.problem)
  })
  const settled = await Promise.allSettled(writing)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

/** Reads mails from their server one after another as they are written; answers those before the connection broke. */
export async function writeLarge(
  { client }: OpenMailbox,
  { together, isPast }: Writing,
  mails: MailHead[],
): Promise<{ written: WrittenMail[]; broken: Broken | null }> {
  const written: WrittenMail[] = []
  try {
    for (const mail of mails) {
      const found = await writePieces(mail).catch(nullIfGone)
      if (found) written.push(writtenMail(mail, isPast(mail), found.place, found.problem))
    }
    return { written, broken: null }
  } catch (error) {
    if (error instanceof DiskFull) throw error
    return { written, broken: { error } }
  }

  async function writePieces({ uid, head, problem, sizeOnServer }: MailHead) {
    try {
      // What its server says of its size is only believed once it is seen to go on that far.
      if (sizeOnServer > maxMailBytes && (await isLongerThan(client, uid, maxMailBytes)))
        return await writeHead(head, 'errors.mail_too_heavy')
      const bytes = Readable.from(readPieces(client, uid), { objectMode: false })
      return { ...(await together.add(bytes, limit)), problem }
    } catch (error) {
      if (error instanceof FileTooLarge) return writeHead(head, 'errors.mail_too_heavy')
      if (error instanceof MailNotGiven) return writeHead(head, 'errors.mail_not_given')
      throw error
    }
  }

  async function writeHead(head: Buffer, problem: string) {
    return { ...(await together.add(Readable.from([head]), limit)), problem }
  }
}

function nullIfGone(error: unknown) {
  if (error instanceof MailGone) return null
  throw error
}

function writtenMail({ uid, head, internalAt }: MailHead, isHistory: boolean, place: number, problem: string | null) {
  const toSort = problem ? { problem, ...subjectOf(head) } : null
  return { uid, internalAt, mailId: mailIdIn(head), isHistory, place, toSort }
}

function subjectOf(head: Buffer) {
  const headers = parseHeaders(head)
  const [from] = addressesOf([headerIn(headers, 'from')])
  return { subject: cleanLine(decodeWords(headerIn(headers, 'subject')), 300), sender: from?.address ?? '' }
}
