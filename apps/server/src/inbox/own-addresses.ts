import type { Tx } from '@comptoir/db/db'

/** The addresses of the business's mailboxes: whoever writes from one is not a client. */
export async function ownAddresses(tx: Tx, workspaceId: string): Promise<Set<string>> {
  const mailboxes = await tx.selectFrom('mailbox').select('address').where('workspaceId', '=', workspaceId).execute()
  return new Set(mailboxes.map(({ address }) => address))
}
