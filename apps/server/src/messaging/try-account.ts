import type { AccountInput, MailboxTest, MailServer } from '@comptoir/contract/mailboxes'
import type { Config } from '../config.ts'
import type { Staff } from '../identity/actor.ts'
import type { KeptImapAccount } from './imap/imap-account-of.ts'
import { testImapAccount } from './imap/test-imap-account.ts'
import { loginOf, type FoundLogin } from './login-of.ts'
import type { AccessTokens } from './oauth/access-tokens.ts'
import { consentGiven, refuseOtherServers } from './oauth/consent-given.ts'
import type { SmtpSurroundings } from './smtp-account.ts'
import type { KeptAccount } from './smtp-account-of.ts'
import { testSmtpAccount } from './test-smtp-account.ts'

export interface TryingParts {
  config: Config
  secretKey: string
  accessTokens: AccessTokens
}

/** What a mailbox keeps of both its accounts. */
export type KeptAccounts = KeptAccount & KeptImapAccount

type Login = FoundLogin | { outcome: 'login'; login: null }

// Somebody waits for the answer.
const timeouts = { connectMilliseconds: 10_000, greetingMilliseconds: 10_000, silenceMilliseconds: 20_000 }

/** Goes as far as both servers let without sending or changing anything, and says what is wrong with each. */
export async function tryAccount(
  parts: TryingParts,
  staff: Staff,
  address: string,
  given: AccountInput,
  kept: KeptAccounts | null,
): Promise<MailboxTest> {
  const { config } = parts
  const surroundings: SmtpSurroundings = { privateHosts: config.allowPrivateHosts ? 'allowed' : 'refused', timeouts }
  const logins = loginsFor(parts, staff, given, kept)
  const trySmtp = async () => {
    const login = await logins.smtp()
    if (login.outcome === 'failed') return { ok: false, problem: login.problem, detail: login.detail } as const
    return testSmtpAccount({ ...wayOf(given.smtp), login: login.login }, address, surroundings)
  }
  const tryImap = async (server: MailServer) => {
    const login = await logins.imap(server)
    if (login.outcome === 'failed') return { ok: false, problem: login.problem, detail: login.detail } as const
    // Nobody reads a mailbox without saying who they are.
    if (!login.login) return { ok: false, problem: 'auth', detail: '' } as const
    return testImapAccount({ ...wayOf(server), login: login.login }, surroundings)
  }
  const [smtp, imap] = await Promise.all([trySmtp(), given.imap && tryImap(given.imap)])
  if (!imap?.ok) return { ok: smtp.ok && imap === null, smtp, imap, folders: [] }
  return { ok: smtp.ok, smtp, imap: { ok: true }, folders: imap.folders }
}

/** By what was allowed at a provider, by a password that is given, or by what is kept. */
function loginsFor(parts: TryingParts, staff: Staff, given: AccountInput, kept: KeptAccounts | null) {
  const { secretKey, accessTokens } = parts
  const consent = given.consent === undefined ? null : consentGiven(parts, staff, given.consent)
  if (consent) refuseOtherServers(parts, consent.with, given)

  async function login(
    server: MailServer,
    password: string | undefined,
    keptLogin: () => Promise<Login>,
  ): Promise<Login> {
    if (consent) {
      const token = await accessTokens.ofConsent(consent.with, consent.refreshToken)
      if (token.outcome === 'failed') return token
      return { outcome: 'login', login: { user: server.username, accessToken: token.accessToken } }
    }
    if (server.username === '') return { outcome: 'login', login: null }
    if (password !== undefined) return { outcome: 'login', login: { user: server.username, password } }
    return keptLogin()
  }

  // What is kept goes to nobody but the server it was given for.
  const nothingKept: Login = { outcome: 'failed', problem: 'auth', detail: '' }
  return {
    smtp: () =>
      login(given.smtp, given.smtpPassword ?? given.password, async () => {
        if (kept?.smtpHost !== given.smtp.host || kept.smtpUsername !== given.smtp.username) return nothingKept
        const { smtpUsername: user, smtpPassword: password } = kept
        return loginOf(kept, { user, password }, secretKey, accessTokens.of)
      }),
    imap: (server: MailServer) =>
      login(server, given.password, async () => {
        if (kept?.imapHost !== server.host || kept.imapUsername !== server.username) return nothingKept
        const { imapUsername: user, imapPassword: password } = kept
        return loginOf(kept, { user, password }, secretKey, accessTokens.of)
      }),
  }
}

function wayOf({ host, port, security }: MailServer) {
  return { host, port, security }
}
