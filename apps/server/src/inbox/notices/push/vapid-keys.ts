import { createECDH, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { keyFor } from '../../../seal-secret.ts'

/** As whom this installation speaks to the push services of browsers (RFC 8292). */
export interface VapidKeys {
  /** Uncompressed, base64url: what a browser is given when it subscribes. */
  publicKey: string
  privateKey: KeyObject
}

// The order of the curve P-256 (FIPS 186-4, D.1.2.3).
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Made of the secret of the installation, so that they last as long as it, and nothing has to be kept. */
export function vapidKeys(secretKey: string): VapidKeys {
  const seed = BigInt(`0x${Buffer.from(keyFor('web-push', secretKey)).toString('hex')}`)
  const secret = Buffer.from(((seed % (order - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(secret)
  const point = curve.getPublicKey()
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33), d: secret.toString('base64url') }
  return {
    publicKey: point.toString('base64url'),
    privateKey: createPrivateKey({ format: 'jwk', key: jwk }),
  }
}

/** The Authorization header for one push service, valid for twelve hours. `subject` is who can be asked about it. */
export function vapidHeader({ publicKey, privateKey }: VapidKeys, endpoint: URL, subject: string, now = new Date()) {
  const claims = { aud: endpoint.origin, exp: Math.floor(now.getTime() / 1000) + 12 * 3600, sub: subject }
  const said = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) => encode(JSON.stringify(part))).join('.')
  const signature = sign('sha256', Buffer.from(said), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${said}.${signature.toString('base64url')}, k=${publicKey}`
}

function encode(text: string) {
  return Buffer.from(text).toString('base64url')
}
