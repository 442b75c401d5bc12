import { keyFor, openSecret, sealSecret } from '../../seal-secret.ts'

export function sealSigningKey(pem: string, secretKey: string): Buffer {
  return Buffer.from(sealSecret(pem, keyFor('dkim-key', secretKey)), 'utf8')
}

/** Null when it was sealed with another secret key. */
export function openSigningKey(sealed: Buffer, secretKey: string): string | null {
  return openSecret(sealed.toString('utf8'), keyFor('dkim-key', secretKey))
}
