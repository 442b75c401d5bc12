import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A certificate for mail between servers, which encrypt without asking who signed (RFC 7435). Valid for 20 years. */
export function selfSignedCertificate(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const name = sequence(set(sequence(oid(COMMON_NAME), der(UTF8_STRING, Buffer.from(host.slice(0, 64))))))
  const now = new Date()
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serial),
    sequence(oid(ECDSA_WITH_SHA256)),
    name,
    sequence(time(new Date(now.getTime() - DAY)), time(new Date(now.getTime() + 20 * 365 * DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(sequence(oid(SUBJECT_ALT_NAME), der(OCTET_STRING, sequence(der(DNS_NAME, Buffer.from(host)))))),
    ),
  )
  const signature = der(BIT_STRING, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const certificate = sequence(body, sequence(oid(ECDSA_WITH_SHA256)), signature)
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) }
}

// The few shapes of DER (X.690) that a certificate (RFC 5280 §4.1) needs.
function der(tag: number, content: Buffer) {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

function lengthOf({ length }: Buffer) {
  if (length < 128) return Buffer.from([length])
  return length < 256 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 255])
}

function sequence(...items: Buffer[]) {
  return der(0x30, Buffer.concat(items))
}

function set(...items: Buffer[]) {
  return der(0x31, Buffer.concat(items))
}

function explicit(number: number, item: Buffer) {
  return der(0xa0 + number, item)
}

function integer(bytes: Buffer) {
  return der(0x02, bytes)
}

function oid(hexadecimal: string) {
  return der(0x06, Buffer.from(hexadecimal, 'hex'))
}

// Two-digit years end in 2049, the longer form must begin in 2050 (RFC 5280 §4.1.2.5).
function time(at: Date) {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}

function pem(certificate: Buffer) {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

const DAY = 24 * 3600 * 1000
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const UTF8_STRING = 0x0c
const DNS_NAME = 0x82
const COMMON_NAME = '550403'
const SUBJECT_ALT_NAME = '551d11'
const ECDSA_WITH_SHA256 = '2a8648ce3d040302'
