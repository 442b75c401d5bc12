import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { BackupError, DamagedBackup } from './backup-error.ts'

/** What a sealed archive begins with; its salt and the proof of its password follow. */
export const sealMark = Buffer.from('comptoir sealed backup 1\n')
export const sealHeaderBytes = sealMark.length + 16 + 32

const pieceBytes = 64 * 1024
const tagBytes = 16

/**
 * Encrypts an archive with a password (scrypt, AES-256-GCM in pieces). A piece is bound to its place and the last one
 * says that it is the last, so that none can be cut off, left out or put elsewhere.
 */
export async function* sealBackup(bytes: AsyncIterable<Uint8Array>, password: string): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(16)
  const { key, proof } = await keysOf(password, salt)
  yield Buffer.concat([sealMark, salt, proof])
  let place = 0
  for await (const [piece, is] of inPieces(bytes, pieceBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place++, is))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** Gives back what was sealed; throws BackupError where the password is another, or anything was altered. */
export async function* openSealed(
  header: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
  password: string,
): AsyncGenerator<Uint8Array> {
  const salt = header.subarray(sealMark.length, sealMark.length + 16)
  const { key, proof } = await keysOf(password, salt)
  if (!timingSafeEqual(proof, header.subarray(sealMark.length + 16)))
    throw new BackupError('This password does not open the backup. Nothing was changed; give the one it was made with.')
  let place = 0
  for await (const [piece, is] of inPieces(bytes, pieceBytes + tagBytes)) {
    if (piece.length < tagBytes) throw new DamagedBackup('The backup is cut: its end is missing.')
    const opening = createDecipheriv('aes-256-gcm', key, nonceOf(place++, is), { authTagLength: tagBytes })
    opening.setAuthTag(piece.subarray(-tagBytes))
    const plain = opening.update(piece.subarray(0, -tagBytes))
    try {
      opening.final()
    } catch {
      throw new DamagedBackup('The backup is damaged: it was cut or altered after it was made.')
    }
    yield plain
  }
}

/** The proof tells a wrong password from a damaged archive; it costs as much to guess as the key. */
function keysOf(password: string, salt: Uint8Array): Promise<{ key: Buffer; proof: Buffer }> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 64, cost, (error, keys) => {
      if (error) reject(error)
      else resolve({ key: keys.subarray(0, 32), proof: keys.subarray(32) })
    })
  })
}

function nonceOf(place: number, is: 'last' | 'followed') {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(place), 3)
  nonce[11] = is === 'last' ? 1 : 0
  return nonce
}

/** Pieces of one length, the last one shorter or as long; there is always a last one. */
async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<[piece: Buffer, is: 'last' | 'followed']> {
  let kept = Buffer.alloc(0)
  for await (const chunk of bytes) {
    kept = Buffer.concat([kept, chunk])
    let from = 0
    for (; kept.length - from > length; from += length) yield [kept.subarray(from, from + length), 'followed']
    kept = kept.subarray(from)
  }
  yield [kept, 'last']
}
