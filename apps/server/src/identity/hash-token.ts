import { createHash, randomBytes } from 'node:crypto'

/** What is kept of a token. Its 160 random bits need no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A token to be sent to one person, for an address or a cookie. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url')
}
