import { createHash } from 'node:crypto'
import * as oauth from 'oauth4webapi'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { SignInWith } from '@comptoir/contract/mailboxes'
import type { Config } from '../../config.ts'
import { keyFor, openSecret, sealSecret } from '../../seal-secret.ts'
import type { AccessToken, SignedInMailbox, TokenOf } from '../mail-login.ts'
import { oauthProvider } from './oauth-provider.ts'
import { askingOf, secretOf } from './token-request.ts'

export interface AccessTokens {
  /** Of a mailbox. */
  of: TokenOf
  /** Of somebody who signed in and has no mailbox yet. */
  ofConsent(asked: SignInWith, refreshToken: string): Promise<AccessToken>
  /** One that came together with its refresh token. */
  keep(asked: SignInWith, refreshToken: string, answer: oauth.TokenEndpointResponse): void
}

interface Parts {
  config: Config
  secretKey: string
  db: Db
}

type Renewed = AccessToken & { replacedBy?: string }

/** A token that ends within it would end under way. */
const marginMs = 60_000
const usualMs = 3_600_000

/** Tokens that are good now, in memory only: asked for once, however many wait for one. */
export function openAccessTokens({ config, secretKey, db }: Parts): AccessTokens {
  const kept = new Map<string, { accessToken: string; until: number }>()
  const asked = new Map<string, Promise<Renewed>>()

  function keep(by: SignInWith, refreshToken: string, answer: oauth.TokenEndpointResponse) {
    const until = Date.now() + (answer.expires_in === undefined ? usualMs : answer.expires_in * 1000) - marginMs
    for (const [key, one] of kept) if (one.until < Date.now()) kept.delete(key)
    kept.set(keyOf(by, refreshToken), { accessToken: answer.access_token, until })
  }

  async function get(by: SignInWith, refreshToken: string): Promise<Renewed> {
    const key = keyOf(by, refreshToken)
    const now = kept.get(key)
    if (now && now.until > Date.now()) return { outcome: 'token', accessToken: now.accessToken }
    return asked.getOrInsertComputed(key, () => renew(by, refreshToken).finally(() => asked.delete(key)))
  }

  async function renew(by: SignInWith, refreshToken: string): Promise<Renewed> {
    const provider = oauthProvider(config, by)
    if (!provider) return { outcome: 'failed', problem: 'unexpected', detail: 'No client of this provider is set up' }
    const { server, client } = provider
    try {
      const asking = askingOf(provider)
      const response = await oauth.refreshTokenGrantRequest(server, client, secretOf(provider), refreshToken, asking)
      const answer = await oauth.processRefreshTokenResponse(server, client, response)
      keep(by, refreshToken, answer)
      const token = { outcome: 'token', accessToken: answer.access_token } as const
      const next = answer.refresh_token
      if (next === undefined || next === refreshToken) return token
      keep(by, next, answer)
      return { ...token, replacedBy: next }
    } catch (error) {
      return failureOf(error)
    }
  }

  return {
    keep,
    ofConsent: get,
    async of(mailbox) {
      const refreshToken = mailbox.oauthRefreshToken && openRefreshToken(mailbox.oauthRefreshToken, secretKey)
      if (!refreshToken) return { outcome: 'failed', problem: 'auth_consent_gone', detail: '' }
      const { replacedBy, ...token } = await get(mailbox.signIn, refreshToken)
      // Microsoft's ends ninety days after it was given: the new one is what keeps a mailbox signed in.
      if (replacedBy !== undefined) await replace(db, mailbox, sealRefreshToken(replacedBy, secretKey))
      return token
    },
  }
}

export function sealRefreshToken(refreshToken: string, secretKey: string): Buffer {
  return Buffer.from(sealSecret(refreshToken, keyFor('mailbox-refresh-token', secretKey)), 'utf8')
}

function openRefreshToken(sealed: Buffer, secretKey: string): string | null {
  return openSecret(sealed.toString('utf8'), keyFor('mailbox-refresh-token', secretKey))
}

/** Unless somebody signed in anew meanwhile. */
function replace(db: Db, { workspaceId, id, oauthRefreshToken }: SignedInMailbox, next: Buffer) {
  return inWorkspace(db, workspaceId, (tx) =>
    tx
      .updateTable('mailbox')
      .set({ oauthRefreshToken: next })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .where('oauthRefreshToken', '=', oauthRefreshToken)
      .execute(),
  )
}

function failureOf(error: unknown): Extract<AccessToken, { outcome: 'failed' }> {
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  if (error instanceof oauth.ResponseBodyError) {
    const said = `${error.error} ${error.error_description ?? ''}`.trim().slice(0, 500)
    const isGone = ['invalid_grant', 'interaction_required', 'consent_required'].includes(error.error)
    return { outcome: 'failed', problem: isGone ? 'auth_consent_gone' : 'unexpected', detail: said }
  }
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  return { outcome: 'failed', problem: isLate ? 'timeout' : 'unexpected', detail }
}

function keyOf(by: SignInWith, refreshToken: string): string {
  return `${by} ${createHash('sha256').update(refreshToken).digest('base64')}`
}
