import type { Kysely } from 'kysely'
import type { DB } from '@comptoir/db/schema'
import type { NoticeKind } from '@comptoir/contract/notices'
import type { Locale } from '@comptoir/contract/base'

/** A letter of the installation itself: an invitation, a forgotten password, a reminder that is due. */
export type Letter =
  | {
      kind: 'invitation'
      to: string
      locale: Locale
      values: { inviter: string; business: string; role: 'admin' | 'member' | 'delegate'; link: string }
    }
  | {
      kind: 'notices'
      to: string
      locale: Locale
      values: { name: string; business: string; n: number; lines: NoticeLine[]; link: string; settings: string }
    }
  | { kind: 'password-reset'; to: string; locale: Locale; values: { name: string; link: string } }
  | {
      kind: 'reminder'
      to: string
      locale: Locale
      values: { name: string; client: string; subject: string; note: string; link: string }
    }

/** One thing somebody has not seen. */
export interface NoticeLine {
  kind: NoticeKind
  actor: string
  conversations: number
  /** The client, and what it is about. */
  about: string
}

/** The installation's own mail, kept until it left; without SMTP_URL it is printed in the terminal. */
export interface MailOfInstallation {
  /** Keeps the letter, in the transaction of a command when given one. It leaves after `wake`. */
  send(letter: Letter, by?: Kysely<DB>): Promise<void>
  wake(): void
  stop(): Promise<void>
}
