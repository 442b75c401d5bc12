import type { AuthorizationServer, Client } from 'oauth4webapi'
import type { MailServer, SignInWith } from '@comptoir/contract/mailboxes'
import type { Config } from '../../config.ts'

/** Somebody whose page takes the place of a password, and as whom this installation is known there. */
export interface OAuthProvider {
  with: SignInWith
  server: AuthorizationServer
  client: Client
  clientSecret: string
  scope: string
  /** Beside what the protocol asks for. */
  asking: Record<string, string>
  mail: { imap: Server; smtp: Server }
  /** The mail servers that may be told a token. */
  takes: RegExp
  transport: 'tls' | 'sandbox'
}

type Server = Omit<MailServer, 'username'>

type Settings = Pick<
  Config,
  'googleClientId' | 'googleClientSecret' | 'microsoftClientId' | 'microsoftClientSecret' | 'oauthSandboxUrl'
>

/** Null when the operator has not made this installation known to that provider. */
export function oauthProvider(config: Settings, asked: SignInWith): OAuthProvider | null {
  const [clientId, clientSecret] =
    asked === 'google'
      ? [config.googleClientId, config.googleClientSecret]
      : [config.microsoftClientId, config.microsoftClientSecret]
  if (!clientId || !clientSecret) return null
  const known = providers[asked]
  const own = { ...known, with: asked, client: { client_id: clientId }, clientSecret }
  const sandbox = config.oauthSandboxUrl
  if (!sandbox) return { ...own, transport: 'tls' }
  const server = {
    issuer: sandbox,
    authorization_endpoint: `${sandbox}/${asked}/authorize`,
    token_endpoint: `${sandbox}/${asked}/token`,
  }
  return { ...own, server, takes: /./, transport: 'sandbox' }
}

// No name and no profile is asked for: only what reads and sends mail.
const providers: Record<SignInWith, Pick<OAuthProvider, 'server' | 'scope' | 'asking' | 'mail' | 'takes'>> = {
  google: {
    server: {
      issuer: 'https://accounts.google.com',
      authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      token_endpoint: 'https://oauth2.googleapis.com/token',
    },
    scope: 'https://mail.google.com/',
    // Google gives a refresh token only to who asks for it, and again only to who asks anew.
    asking: { access_type: 'offline', prompt: 'consent' },
    mail: {
      imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    },
    takes: /\.(gmail|googlemail)\.com$/i,
  },
  microsoft: {
    server: {
      issuer: 'https://login.microsoftonline.com/common/v2.0',
      authorization_endpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      token_endpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    },
    scope: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
    asking: { prompt: 'select_account' },
    mail: {
      imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    },
    takes: /\.(office365|outlook)\.com$/i,
  },
}
