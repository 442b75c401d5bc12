import { inWorkspace } from '@comptoir/db/db'
import type { ConnectMailboxInput, MailboxTest } from '@comptoir/contract/messaging'
import type { Config } from '../config.ts'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { mailboxesOf, mailboxMissing } from './mailboxes.ts'
import { accountOf, type KeptAccount } from './smtp-account-of.ts'
import { testSmtpAccount } from './test-smtp-account.ts'

export interface TryingParts {
  live: Live
  config: Config
  secretKey: string
}

/** Goes as far as an account lets without sending, and says what is wrong; without a password, with the one kept. */
export async function tryMailbox(
  { live, config, secretKey }: TryingParts,
  staff: Staff,
  mailboxId: string,
  given: Omit<ConnectMailboxInput, 'commandId'>,
): Promise<MailboxTest> {
  const mailbox = await inWorkspace(live.db, staff.workspaceId, (tx) =>
    mailboxesOf(tx, staff)
      .where('id', '=', mailboxId)
      .select(['address', 'smtpHost', 'smtpPort', 'smtpSecurity', 'smtpUsername', 'smtpPassword'])
      .executeTakeFirst(),
  )
  if (!mailbox) throw mailboxMissing()
  const { host, port, security, username: user } = given
  // The kept password goes to nobody but the server it was given for.
  const isSame = host === mailbox.smtpHost && user === mailbox.smtpUsername
  const password = given.password ?? (isSame ? keptPassword(mailbox, secretKey) : undefined)
  if (user !== '' && password === undefined) return { ok: false, problem: 'auth', detail: '' }
  const account = { host, port, security, login: user === '' ? null : { user, password: password ?? '' } }
  return testSmtpAccount(account, mailbox.address, { privateHosts: config.allowPrivateHosts ? 'allowed' : 'refused' })
}

function keptPassword(mailbox: KeptAccount, secretKey: string) {
  const login = accountOf(mailbox, secretKey)?.login
  return login && 'password' in login ? login.password : undefined
}
