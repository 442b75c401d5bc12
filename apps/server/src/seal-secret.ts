import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** A key for one purpose only, so that what is sealed for one use cannot be opened by another. */
export function keyFor(purpose: string, secretKey: string): Uint8Array {
  return made.getOrInsertComputed(
    `${purpose} ${secretKey}`,
    () => new Uint8Array(hkdfSync('sha256', secretKey, 'comptoir', purpose, 32)),
  )
}

/** One for each purpose: every mail that comes or leaves needs its own. */
const made = new Map<string, Uint8Array>()

/** Encrypts a password to keep it at rest (AES-256-GCM). */
export function sealSecret(plain: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** Gives back what was sealed, or null when it was altered or sealed with another key. */
export function openSecret(sealed: string, key: Uint8Array): string | null {
  if (!sealed.startsWith('v1.')) return null
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  opening.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([opening.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), opening.final()]).toString('utf8')
  } catch {
    return null
  }
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
