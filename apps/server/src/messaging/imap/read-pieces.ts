import type { ImapFlow } from 'imapflow'
import { ConnectionLost, mustBeOpen } from './fetching.ts'
import { isRefusal } from './imap-problem.ts'

/** How much of a mail is asked for at once: a mail shorter than this is had by one question. */
export const pieceBytes = 64 * 1024
const largePieceBytes = 512 * 1024

/** Its server removed it while it was read. */
export class MailGone extends Error {}

/** Its server has it and does not hand it over, or not all of it. */
export class MailNotGiven extends Error {}

/**
 * The bytes of a mail, piece by piece. Its end is where a piece is shorter than what was asked for, whatever size its
 * server says it has.
 */
export async function* readPieces(client: ImapFlow, uid: number): AsyncGenerator<Buffer> {
  for (let start = 0, asked = pieceBytes; ; asked = largePieceBytes) {
    const piece = await readPiece(client, uid, start, asked)
    // One that does not know pieces gives all of it at once.
    if (start > 0 && piece.length > asked) throw new ConnectionLost('The server sent more than was asked for')
    yield piece
    if (piece.length !== asked) return
    start += piece.length
  }
}

/** Whether a mail really goes on after so many bytes. */
export async function isLongerThan(client: ImapFlow, uid: number, bytes: number): Promise<boolean> {
  return (await readPiece(client, uid, bytes, 1)).length > 0
}

async function readPiece(client: ImapFlow, uid: number, start: number, maxLength: number): Promise<Buffer> {
  const query = { uid: true, source: { start, maxLength } }
  const messages = await client.fetchAll(String(uid), query, { uid: true }).catch((error: unknown) => {
    throw isRefusal(error) ? new MailNotGiven(`${uid}`, { cause: error }) : error
  })
  mustBeOpen(client)
  // Servers also tell, unasked, of mails whose flags changed, this one too.
  const answers = messages.filter((message) => message.uid === uid && 'source' in message)
  if (answers.length === 0) throw new MailGone(`${uid}`)
  const piece = answers.find(({ source }) => Buffer.isBuffer(source))?.source
  if (!piece) throw new MailNotGiven(`${uid}`)
  return piece
}
