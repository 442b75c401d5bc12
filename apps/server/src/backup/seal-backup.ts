import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { BackupError, DamagedBackup } from './backup-error.ts'

/** What a sealed archive begins with; the cost of a guess, a salt and the proof of the password follow. */
export const sealMark = Buffer.from('comptoir sealed backup 1\n')
const saltAt = sealMark.length + 1
const proofAt = saltAt + 16
export const sealHeaderBytes = proofAt + 32

/** As a power of two, what OWASP asks for: half a second and 128 MB a guess. */
const usualCost = 17
const mostCost = 20

const pieceBytes = 64 * 1024
const tagBytes = 16

/**
 * Encrypts an archive with a password (scrypt, AES-256-GCM in pieces). A piece is bound to its place and the last one
 * says that it is the last, so that none can be cut off, left out or put elsewhere.
 */
export async function* sealBackup(
  bytes: AsyncIterable<Uint8Array>,
  password: string,
  cost = usualCost,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(16)
  const { key, proof } = await keysOf(password, salt, cost)
  yield Buffer.concat([sealMark, Buffer.of(cost), salt, proof])
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
  const cost = header[sealMark.length]!
  if (cost < 1 || cost > mostCost) throw new DamagedBackup('The beginning of the backup is damaged.')
  const { key, proof } = await keysOf(password, header.subarray(saltAt, proofAt), cost)
  if (!timingSafeEqual(proof, header.subarray(proofAt)))
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
function keysOf(password: string, salt: Uint8Array, cost: number): Promise<{ key: Buffer; proof: Buffer }> {
  const N = 2 ** cost
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 64, { N, r: 8, p: 1, maxmem: 1024 * N + 2 ** 24 }, (error, keys) => {
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
