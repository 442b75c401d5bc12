import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The address an answer to this conversation comes back to: `local+r<token>@domain`. The token is the conversation's
 * id and 80 bits of its HMAC, in letters and digits whose case does not matter. Where it does not fit in the
 * 64 characters of a local part (RFC 5321 §4.5.3.1.1), it is the mailbox's own address.
 */
export function makeReplyAddress(mailboxAddress: string, conversationId: string, secret: Uint8Array): string {
  const at = mailboxAddress.lastIndexOf('@')
  const id = Buffer.from(conversationId.replaceAll('-', ''), 'hex')
  if (at < 1 || id.length !== ID_BYTES)
    throw new TypeError('A reply address needs a mailbox address and a conversation id')
  const local = `${mailboxAddress.slice(0, at)}+r${encode(Buffer.concat([id, signature(id, secret)]))}`
  return local.length > 64 ? mailboxAddress : `${local}${mailboxAddress.slice(at)}`
}

/** Whose answer an address takes, or null when it carries no token of ours. */
export function readReplyAddress(
  address: string,
  secret: Uint8Array,
): { mailboxAddress: string; conversationId: string } | null {
  const [, local, token, domain] = address.match(/^([^@]{1,64})\+r([a-z2-7]{42})(@[^@]{1,255})$/i) ?? []
  if (!local || !token || !domain) return null
  const bytes = decode(token.toLowerCase())
  const id = bytes.subarray(0, ID_BYTES)
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), signature(id, secret))) return null
  return {
    mailboxAddress: `${local}${domain}`.toLowerCase(),
    conversationId: id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  }
}

function signature(id: Uint8Array, secret: Uint8Array) {
  return createHmac('sha256', secret).update('reply-address').update(id).digest().subarray(0, SIGNATURE_BYTES)
}

// Base 32 of RFC 4648, without padding.
function encode(bytes: Uint8Array) {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    for (held += 8; held >= 5; held -= 5) text += ALPHABET.charAt((bits >>> (held - 5)) & 31)
    bits &= 255
  }
  return held > 0 ? text + ALPHABET.charAt((bits << (5 - held)) & 31) : text
}

function decode(token: string) {
  const bits = Array.from(token, (sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const ID_BYTES = 16
const SIGNATURE_BYTES = 10
