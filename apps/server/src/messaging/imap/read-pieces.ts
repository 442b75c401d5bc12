import type { ImapFlow } from 'imapflow'
import { ConnectionLost, mustBeOpen } from './fetching.ts'

/** How much of a mail is asked for at once: a mail shorter than this is had by one question. */
export const pieceBytes = 64 * 1024
const largePieceBytes = 512 * 1024

/** Its server removed it while it was read. */
export class MailGone extends Error {}

/**
 * The bytes of a mail whose beginning is had, piece by piece. Its end is where a piece is shorter than what was asked
 * for, whatever size its server says it has.
 */
export async function* readPieces(client: ImapFlow, uid: number, beginning: Buffer): AsyncGenerator<Buffer> {
  yield beginning
  let start = beginning.length
  // One that does not know pieces gave all of it at once.
  for (let asked = pieceBytes, length = start; length === asked;) {
    asked = largePieceBytes
    const piece = await readPiece(client, uid, start, asked)
    if (piece.length > asked) throw new ConnectionLost('The server sent more than was asked for')
    yield piece
    length = piece.length
    start += length
  }
}

/** Whether a mail really goes on after so many bytes. */
export async function isLongerThan(client: ImapFlow, uid: number, bytes: number): Promise<boolean> {
  return (await readPiece(client, uid, bytes, 1)).length > 0
}

async function readPiece(client: ImapFlow, uid: number, start: number, maxLength: number): Promise<Buffer> {
  const message = await client.fetchOne(String(uid), { uid: true, source: { start, maxLength } }, { uid: true })
  mustBeOpen(client)
  if (!message) throw new MailGone(`${uid}`)
  return message.source ?? Buffer.alloc(0)
}
