import * as oauth from 'oauth4webapi'
import type { Logger } from 'pino'
import type { SignInFinished } from '@comptoir/contract/mailboxes'
import type { Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import type { AccessTokens } from './access-tokens.ts'
import { redirectUri, type SignInParts } from './begin-sign-in.ts'
import { oauthProvider } from './oauth-provider.ts'
import { openGoing, sealConsent } from './sealed-note.ts'
import { askingOf, secretOf } from './token-request.ts'

const keptForMs = 60 * 60_000

/** Somebody comes back from their provider: what they allowed, sealed, for `connect`. */
export async function finishSignIn(
  { config, secretKey, accessTokens, log }: SignInParts & { accessTokens: AccessTokens; log: Logger },
  staff: Staff,
  { state, code }: { state: string; code: string },
): Promise<SignInFinished> {
  const sealed = state.slice(state.indexOf('~') + 1)
  const going = openGoing(sealed, secretKey)
  // Begun by somebody else, it would put their account into this person's hands, or the other way round.
  if (!going || going.userId !== staff.userId || going.workspaceId !== staff.workspaceId)
    throw new Refusal('conflict', 'errors.sign_in_expired')
  const { workspaceId, userId, address, verifier, with: asked } = going
  const provider = oauthProvider(config, asked)
  if (!provider) throw new Refusal('conflict', 'errors.sign_in_not_set_up')
  const { server, client } = provider
  try {
    const answered = oauth.validateAuthResponse(server, client, new URLSearchParams({ state, code }), state)
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      secretOf(provider),
      answered,
      redirectUri(config),
      verifier,
      askingOf(provider),
    )
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response)
    if (tokens.refresh_token === undefined) throw new Refusal('conflict', 'errors.sign_in_refused')
    accessTokens.keep(asked, tokens.refresh_token, tokens)
    const note = { workspaceId, userId, address, with: asked, refreshToken: tokens.refresh_token }
    return { address, with: asked, consent: sealConsent({ ...note, until: Date.now() + keptForMs }, secretKey) }
  } catch (error) {
    // A code is good once and for minutes: whoever reloads the page begins again.
    const code = error instanceof oauth.ResponseBodyError ? error.error : null
    if (code === 'invalid_grant') throw new Refusal('conflict', 'errors.sign_in_expired')
    if (error instanceof Refusal) throw error
    // Not the error itself: it holds what was asked, secrets and all.
    log.warn(
      { provider: asked, code, error: error instanceof Error ? error.name : null },
      'a sign-in could not be finished',
    )
    throw new Refusal('unavailable', 'errors.sign_in_unreachable')
  }
}
