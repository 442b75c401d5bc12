import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { ConnectMailboxInput, MailboxTest, MailboxView } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { keyFor } from '../seal-secret.ts'
import { sealPassword } from './smtp-account-of.ts'
import { tryMailbox, type TryingParts } from './try-mailbox.ts'
import { updateMailbox } from './update-mailbox.ts'

export type Connected = { ok: true; mailbox: MailboxView } | Extract<MailboxTest, { ok: false }>

/** Gives a mailbox the account its mail leaves by, once that account has been tried and found good. */
export async function connectMailbox(
  parts: TryingParts,
  staff: Staff,
  mailboxId: string,
  input: ConnectMailboxInput,
): Promise<Connected> {
  const { live, secretKey } = parts
  const { host, port, security, username, password, commandId } = input
  const test = await tryMailbox(parts, staff, mailboxId, input)
  if (!test.ok) return test
  const command = {
    name: 'messaging.connect_mailbox',
    commandId,
    input: { mailboxId, ...input, password: fingerprint(password, secretKey) },
  }
  const { mailbox } = await updateMailbox(live, staff, mailboxId, command, async (was, tx) => {
    // What waited for a good account waits no longer.
    await tx
      .updateTable('delivery')
      .set({ notBefore: sql<string>`now()` })
      .where('workspaceId', '=', staff.workspaceId)
      .where('mailboxId', '=', mailboxId)
      .where('state', '=', sql.lit('queued'))
      .execute()
    return {
      carrier: 'smtp',
      smtpHost: host,
      smtpPort: port,
      smtpSecurity: security,
      smtpUsername: username,
      ...(password !== undefined && { smtpPassword: sealPassword(password, secretKey) }),
      state: was.state === 'paused' ? 'paused' : 'active',
      lastProblem: null,
      lastProblemAt: null,
    }
  })
  return { ok: true, mailbox }
}

/** The log of commands keeps a hash of their input, from which a short password could be guessed. */
function fingerprint(password: string | undefined, secretKey: string) {
  return password && createHmac('sha256', keyFor('command-input', secretKey)).update(password).digest('hex')
}
