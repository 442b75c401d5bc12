import { keyFor, openSecret, sealSecret } from '../seal-secret.ts'
import type { MailLogin, SignedInMailbox, TokenOf } from './mail-login.ts'

/** How a mailbox signs in at one of its servers, as it is kept. */
export interface KeptSignIn extends Omit<SignedInMailbox, 'signIn'> {
  signIn: 'password' | SignedInMailbox['signIn']
}

export type FoundLogin =
  | { outcome: 'login'; login: MailLogin }
  | { outcome: 'failed'; problem: 'auth' | 'auth_consent_gone' | 'timeout' | 'unexpected'; detail: string }

/** With the password that is kept, or with a token that is good now. */
export async function loginOf(
  { signIn, ...kept }: KeptSignIn,
  { user, password: sealed }: { user: string; password: Buffer | null },
  secretKey: string,
  tokenOf: TokenOf,
): Promise<FoundLogin> {
  if (signIn === 'password') {
    const password = sealed ? openPassword(sealed, secretKey) : ''
    // Sealed with another key: it must be typed again.
    if (password === null) return { outcome: 'failed', problem: 'auth', detail: 'The kept password cannot be read' }
    return { outcome: 'login', login: { user, password } }
  }
  const token = await tokenOf({ ...kept, signIn })
  return token.outcome === 'failed' ? token : { outcome: 'login', login: { user, accessToken: token.accessToken } }
}

export function sealPassword(password: string, secretKey: string): Buffer {
  return Buffer.from(sealSecret(password, passwordKey(secretKey)), 'utf8')
}

/** Null when it was sealed with another secret key. */
function openPassword(sealed: Buffer, secretKey: string): string | null {
  return openSecret(sealed.toString('utf8'), passwordKey(secretKey))
}

function passwordKey(secretKey: string) {
  return keyFor('mailbox-password', secretKey)
}
