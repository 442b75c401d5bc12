/** How a mailbox says who it is to a mail server: by a password, or by what its owner allowed at Google or Microsoft. */
export type MailLogin = { user: string; password: string } | { user: string; accessToken: string }

/** A mailbox whose owner signed in at Google or Microsoft. */
export interface SignedInMailbox {
  workspaceId: string
  id: string
  signIn: 'google' | 'microsoft'
  oauthRefreshToken: Buffer | null
}

export type AccessToken =
  | { outcome: 'token'; accessToken: string }
  /** `auth_consent_gone`: only its owner can allow it again. The others may pass by themselves. */
  | { outcome: 'failed'; problem: 'auth_consent_gone' | 'timeout' | 'unexpected'; detail: string }

/** Gives a token that is good now, renewed where it must be. */
export type TokenOf = (mailbox: SignedInMailbox) => Promise<AccessToken>
