import type { Tx } from '@comptoir/db/db'

/** The business's own side of a mail: its mailboxes, those removed too. */
export interface OwnMailboxes {
  /** Whether somebody of the business reads this address: whoever writes from it is not a client. */
  has(address: string): boolean
  /** Whose mailbox it is; null where it is of the whole team. */
  ownerOf(mailboxId: string): { userId: string; name: string } | null
  nameOf(mailboxId: string): string
}

export async function ownMailboxes(tx: Tx, workspaceId: string): Promise<OwnMailboxes> {
  const rows = await tx
    .selectFrom('mailbox as b')
    .leftJoin('membership as m', (join) =>
      join
        .onRef('m.workspaceId', '=', 'b.workspaceId')
        .onRef('m.userId', '=', 'b.ownerId')
        .on('m.disabledAt', 'is', null),
    )
    .leftJoin('appUser as u', 'u.id', 'm.userId')
    .select(['b.id', 'b.address', 'b.name', 'u.id as userId', 'u.name as userName'])
    .where('b.workspaceId', '=', workspaceId)
    .execute()
  const addresses = new Set(rows.map(({ address }) => address))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    has: (address) => addresses.has(address.replace(/\+[^@]*@/, '@')),
    ownerOf(mailboxId) {
      const { userId, userName } = byId.get(mailboxId) ?? {}
      return userId && userName ? { userId, name: userName } : null
    },
    nameOf: (mailboxId) => byId.get(mailboxId)?.name ?? '',
  }
}
