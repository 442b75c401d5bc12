import { resolve } from 'node:path'
import * as v from 'valibot'
import { secretive, Variables } from './config-variables.ts'

/** What the installation was told by its environment. */
export type Config = {
  port: number
  host: string
  /** Absolute; holds the embedded database, the files and the secret. */
  dataDir: string
  /** Without it the embedded PostgreSQL is started. */
  databaseUrl: string | undefined
  /** For migrations and LISTEN, which a pooler between us and the database would break. */
  databaseDirectUrl: string | undefined
  /** An origin, without a slash at its end. */
  publicUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** See `secretOf` for when it is not given. */
  secretKey: string | undefined
  signUp: 'closed' | 'open'
  /** Addresses or networks whose X-Forwarded-* headers are believed. */
  trustProxy: string[]
  allowPrivateHosts: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** How long what is sent waits in a new business, so that it can be taken back; each then decides for itself. */
  undoSeconds: number
  /** 0 turns the mail receiver off. */
  mailInPort: number
  mailDomain: string
  /** As whom this installation is known to Google and to Microsoft; without both nobody can sign in there. */
  googleClientId: string | undefined
  googleClientSecret: string | undefined
  microsoftClientId: string | undefined
  microsoftClientSecret: string | undefined
  /** Stands in for both in tests. */
  oauthSandboxUrl: string | undefined
}

/** Its message is one sentence for whoever starts the program. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** The configuration an environment asks for; an empty value counts as none. Throws `ConfigError`. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const result = v.safeParse(Variables, given)
  if (!result.success) throw new ConfigError(`${result.issues.map(describe).join('; ')}.`)

  const vars = result.output
  const publicUrl = vars.PUBLIC_URL ?? `http://localhost:${vars.PORT}`
  const mailDomain = vars.MAIL_DOMAIN ?? new URL(publicUrl).hostname
  return {
    port: vars.PORT,
    host: vars.HOST,
    dataDir: resolve(vars.COMPTOIR_DATA),
    databaseUrl: vars.DATABASE_URL,
    databaseDirectUrl: vars.DATABASE_DIRECT_URL ?? vars.DATABASE_URL,
    publicUrl,
    smtpUrl: vars.SMTP_URL,
    mailFrom: vars.MAIL_FROM ?? `Comptoir <comptoir@${mailDomain}>`,
    secretKey: vars.SECRET_KEY,
    signUp: vars.SIGN_UP,
    trustProxy: vars.TRUST_PROXY,
    allowPrivateHosts: vars.ALLOW_PRIVATE_HOSTS === 'true',
    logLevel: vars.LOG_LEVEL,
    undoSeconds: vars.UNDO_SEND_SECONDS,
    mailInPort: vars.MAIL_IN_PORT,
    mailDomain,
    googleClientId: vars.GOOGLE_CLIENT_ID,
    googleClientSecret: vars.GOOGLE_CLIENT_SECRET,
    microsoftClientId: vars.MICROSOFT_CLIENT_ID,
    microsoftClientSecret: vars.MICROSOFT_CLIENT_SECRET,
    oauthSandboxUrl: vars.OAUTH_SANDBOX_URL,
  }
}

function describe(issue: v.BaseIssue<unknown>): string {
  const name = String(issue.path?.[0]?.key)
  // A password in an address or a key has no place in a terminal or its log.
  const value = secretive.includes(name) ? '' : `, not "${String(issue.path?.[0]?.value)}"`
  return `${name} must be ${issue.message}${value}`
}
