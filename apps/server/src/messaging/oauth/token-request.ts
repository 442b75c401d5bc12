import * as oauth from 'oauth4webapi'
import type { OAuthProvider } from './oauth-provider.ts'

const patienceMs = 15_000

/** How this installation says who it is. */
export function secretOf({ clientSecret }: OAuthProvider): oauth.ClientAuth {
  return oauth.ClientSecretPost(clientSecret)
}

/** Tokens travel encrypted; only the sandbox, on the machine of a test, is asked in the clear. */
export function askingOf({ transport }: OAuthProvider) {
  return { signal: AbortSignal.timeout(patienceMs), [oauth.allowInsecureRequests]: transport === 'sandbox' }
}
