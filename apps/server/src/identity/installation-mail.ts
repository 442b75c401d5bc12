import type { Locale } from '@comptoir/contract/base'

/** A letter of the installation itself: an invitation, a forgotten password. */
export interface Letter {
  to: string
  locale: Locale
  kind: 'invitation' | 'password-reset'
  values: Record<string, string>
}

/** The installation's own mail, kept until it left; without SMTP_URL it is printed in the terminal. */
export interface MailOfInstallation {
  send(letter: Letter): Promise<void>
  stop(): Promise<void>
}
