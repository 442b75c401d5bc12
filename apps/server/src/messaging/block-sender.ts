import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { BlockSenderInput } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'

export interface SenderSettled {
  address: string
}

/** From now on what this address, or all of this domain, writes goes among spam. */
export function blockSender(
  live: Live,
  staff: Staff,
  { commandId, address }: BlockSenderInput,
): Promise<SenderSettled> {
  const command = { name: 'messaging.block_sender', commandId, input: { address } }
  return runCommand(live, staff, command, async (tx) => ({
    result: { address },
    facts: await senderBlocked(tx, staff, address),
  }))
}

export function unblockSender(
  live: Live,
  staff: Staff,
  { commandId, address }: BlockSenderInput,
): Promise<SenderSettled> {
  const command = { name: 'messaging.unblock_sender', commandId, input: { address } }
  return runCommand(live, staff, command, async (tx) => ({
    result: { address },
    facts: await unblocked(tx, staff, [address]),
  }))
}

/** Blocks an address in the transaction of another command. Twice changes nothing. */
export async function senderBlocked(tx: Tx, staff: Staff, address: string): Promise<Fact[]> {
  const { workspaceId, userId: blockedBy } = staff
  const own = await tx
    .selectFrom('mailbox')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('address', '=', address)
    .executeTakeFirst()
  if (own) throw new Refusal('invalid', 'errors.own_address_not_blocked')
  const sender = await tx
    .insertInto('blockedSender')
    .values({ workspaceId, address, blockedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['address', 'at'])
    .executeTakeFirst()
  if (!sender) return []
  return [{ name: 'messaging.sender_blocked', rooms: [teamRoom(workspaceId)], data: { sender } }]
}

/** Lets an address write again, and its domain with it. */
export function senderUnblocked(tx: Tx, staff: Staff, address: string): Promise<Fact[]> {
  return unblocked(tx, staff, blockedAs(address))
}

/** Unblocks these very addresses in the transaction of another command. */
export async function unblocked(tx: Tx, { workspaceId }: Staff, addresses: string[]): Promise<Fact[]> {
  const gone = await tx
    .deleteFrom('blockedSender')
    .where('workspaceId', '=', workspaceId)
    .where('address', 'in', addresses)
    .returning('address')
    .execute()
  return gone.map(({ address }) => ({
    name: 'messaging.sender_unblocked',
    rooms: [teamRoom(workspaceId)],
    data: { address },
  }))
}

/** Whether nobody wants to hear of who writes from this address. */
export async function isBlocked(db: Db, workspaceId: string, address: string): Promise<boolean> {
  if (address === '') return false
  const found = await readWorkspace(db, workspaceId, (tx) =>
    tx
      .selectFrom('blockedSender')
      .select('address')
      .where('workspaceId', '=', workspaceId)
      .where('address', 'in', blockedAs(address))
      .executeTakeFirst(),
  )
  return found !== undefined
}

/** What would block an address: itself, or its domain. */
export function blockedAs(address: string): string[] {
  const lower = address.toLowerCase()
  return [lower, lower.slice(lower.lastIndexOf('@'))]
}
