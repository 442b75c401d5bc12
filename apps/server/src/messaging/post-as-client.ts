import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { mayHaveCommitted } from '../may-have-committed.ts'
import { runCommand, type Command } from '../realtime/run-command.ts'
import type { Server } from '../server.ts'
import { composeMail, type ComposedMail } from './compose-mail.ts'
import { insertIncoming } from './insert-incoming.ts'
import { maxMailBytes } from './store-mail.ts'

export type PostingParts = Pick<Server, 'db' | 'live' | 'files' | 'intake' | 'config' | 'secretKey'>

export interface Posted {
  /** Made anew for each posting: a command sent twice answers with the first. */
  postingId: string
}

/** Puts a whole mail before the intake, as the receiver would have: what follows is what follows real mail. */
export async function postAsClient(
  { live, files, intake }: PostingParts,
  staff: Staff,
  command: Command,
  mailboxId: string,
  mail: ComposedMail,
): Promise<Posted> {
  const { workspaceId } = staff
  const stored = await files.write(workspaceId, composeMail(mail), { maxBytes: maxMailBytes })
  const mine = { postingId: makeId() }
  const addresses = mail.to.map(({ address }) => address)
  const incoming = {
    envelopeFrom: mail.from.address,
    stored,
    mailboxes: [{ mailboxId, addresses }],
    source: 'sandbox',
  } as const
  const posted = await runCommand(live, staff, command, async (tx) => {
    await insertIncoming(tx, workspaceId, incoming)
    return { result: mine, facts: [] }
  }).catch(async (error: unknown) => {
    // A connection lost while committing may have committed.
    if (!mayHaveCommitted(error)) await files.remove(workspaceId, stored.key)
    throw error
  })
  if (posted.postingId !== mine.postingId) await files.remove(workspaceId, stored.key)
  intake.wake()
  return posted
}
