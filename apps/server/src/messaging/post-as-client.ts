import type { Staff } from '../identity/actor.ts'
import { runCommand, type Command } from '../realtime/run-command.ts'
import type { Server } from '../server.ts'
import { composeMail, type ComposedMail } from './compose-mail.ts'
import { insertIncoming } from './insert-incoming.ts'
import { maxMailBytes } from './store-mail.ts'

export type PostingParts = Pick<Server, 'db' | 'live' | 'files' | 'intake' | 'config' | 'secretKey'>

/** Puts a whole mail before the intake, as the receiver would have: what follows is what follows real mail. */
export async function postAsClient(
  { live, files, intake }: PostingParts,
  staff: Staff,
  command: Command,
  mailboxId: string,
  mail: ComposedMail,
): Promise<{ posted: true }> {
  const { workspaceId } = staff
  const stored = await files.write(workspaceId, composeMail(mail), { maxBytes: maxMailBytes })
  let isUsed = false
  try {
    const result = await runCommand(live, staff, command, async (tx) => {
      const addresses = mail.to.map(({ address }) => address)
      await insertIncoming(tx, workspaceId, {
        envelopeFrom: mail.from.address,
        stored,
        mailboxes: [{ mailboxId, addresses }],
      })
      isUsed = true
      return { result: { posted: true } as const, facts: [] }
    })
    intake.wake()
    return result
  } catch (error) {
    isUsed = false
    throw error
  } finally {
    if (!isUsed) await files.remove(workspaceId, stored.key)
  }
}
