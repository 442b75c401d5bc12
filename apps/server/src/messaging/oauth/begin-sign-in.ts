import * as oauth from 'oauth4webapi'
import type { BeginSignInInput, SignInBegun } from '@comptoir/contract/mailboxes'
import type { Config } from '../../config.ts'
import type { Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import { oauthProvider } from './oauth-provider.ts'
import { sealGoing } from './sealed-note.ts'

const minute = 60_000
const awayForMs = 15 * minute

export interface SignInParts {
  config: Config
  secretKey: string
}

/** The page of Google or Microsoft on which somebody allows their mail to be read and sent. */
export async function beginSignIn(
  { config, secretKey }: SignInParts,
  { workspaceId, userId, slug }: Staff,
  { address, with: asked }: BeginSignInInput,
): Promise<SignInBegun> {
  const provider = oauthProvider(config, asked)
  if (!provider) throw new Refusal('conflict', 'errors.sign_in_not_set_up')
  const verifier = oauth.generateRandomCodeVerifier()
  const note = { workspaceId, userId, address, with: asked, verifier, until: Date.now() + awayForMs }
  const url = new URL(provider.server.authorization_endpoint!)
  const parameters = {
    response_type: 'code',
    client_id: provider.client.client_id,
    redirect_uri: redirectUri(config),
    scope: provider.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    login_hint: address,
    ...provider.asking,
    // The page they come back to is the same for all: it reads of which business it is.
    state: `${slug}~${sealGoing(note, secretKey)}`,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  const { imap, smtp } = provider.mail
  return { url: url.href, imap: { ...imap, username: address }, smtp: { ...smtp, username: address } }
}

/** Where the provider sends people back to; it must be known there, letter by letter. */
export function redirectUri({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return `${publicUrl}/signed-in`
}
