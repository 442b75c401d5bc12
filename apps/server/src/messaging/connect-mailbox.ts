import { createHmac } from 'node:crypto'
import type { ConnectMailboxInput, MailboxTest, MailboxView } from '@comptoir/contract/mailboxes'
import type { Staff } from '../identity/actor.ts'
import type { Live } from '../realtime/run-command.ts'
import { keyFor } from '../seal-secret.ts'
import { connectedAccount, nothingRead } from './connected-account.ts'
import { chooseFolders, forgetFolders, noteFolders, rereadHistory } from './mailbox-folders.ts'
import type { TryingParts } from './try-account.ts'
import { takeBackClaims } from './take-back-claims.ts'
import { tryMailbox } from './try-mailbox.ts'
import { updateMailbox } from './update-mailbox.ts'
import { waitNoLonger } from './wait-no-longer.ts'

export type Connected = { ok: true; mailbox: MailboxView } | (MailboxTest & { ok: false })

/** Gives a mailbox the account its mail leaves by and comes in from, once that has been tried and found good. */
export async function connectMailbox(
  parts: TryingParts & { live: Live },
  staff: Staff,
  mailboxId: string,
  input: ConnectMailboxInput,
): Promise<Connected> {
  const { live, secretKey } = parts
  const { workspaceId } = staff
  const { commandId, folders } = input
  const test = await tryMailbox(parts, staff, mailboxId, input)
  if (!test.ok) return { ...test, ok: false }
  const command = {
    name: 'messaging.connect_mailbox',
    commandId,
    input: { mailboxId, ...unguessable(input, secretKey) },
  }
  const { mailbox } = await updateMailbox(live, staff, mailboxId, command, async (was, tx) => {
    const isElsewhere = input.imap?.host !== was.imapHost || input.imap.username !== was.imapUsername
    if (isElsewhere) await forgetFolders(tx, workspaceId, mailboxId)
    await noteFolders(tx, workspaceId, mailboxId, test.folders)
    if (folders) await chooseFolders(tx, workspaceId, mailboxId, folders)
    await takeBackClaims(tx, workspaceId, mailboxId)
    await waitNoLonger(tx, workspaceId, mailboxId)
    const account = connectedAccount(staff, input, secretKey)
    const isOtherHistory = account.historySince !== undefined && account.historySince !== was.historySince
    if (isOtherHistory && !isElsewhere) await rereadHistory(tx, workspaceId, mailboxId)
    return { ...account, ...(isElsewhere && nothingRead), state: was.state === 'paused' ? 'paused' : 'active' }
  })
  return { ok: true, mailbox }
}

/** The log of commands keeps a hash of their input, from which a short password could be guessed. */
export function unguessable<Input extends { password?: string; smtpPassword?: string }>(
  { password, smtpPassword, ...input }: Input,
  secretKey: string,
) {
  const print = (secret: string | undefined) =>
    secret && createHmac('sha256', keyFor('command-input', secretKey)).update(secret).digest('hex')
  return { ...input, password: print(password), smtpPassword: print(smtpPassword) }
}
