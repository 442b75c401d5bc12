import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { clientByContactPoint } from '../clients/client-by-contact-point.ts'
import { clientView } from '../clients/client-view.ts'
import { useContactPoint } from '../clients/use-contact-point.ts'
import type { FilingChoice } from '../messaging/intake.ts'
import type { MailAddress } from '../messaging/mail-addresses.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { Refusal } from '../refusal.ts'

export interface ClientOfSender {
  id: string
  name: string
  facts: Fact[]
}

/** The client a mail is from: the one chosen, else whoever last wrote from that address, else a new one. */
export async function clientOfSender(
  tx: Tx,
  workspaceId: string,
  from: MailAddress | null,
  choice: FilingChoice,
): Promise<ClientOfSender> {
  if (choice.is === 'client') return chosenClient(tx, workspaceId, choice.clientId)
  if (!from) throw new Refusal('invalid', 'errors.mail_without_sender')
  return (await knownSender(tx, workspaceId, from.address)) ?? addSender(tx, workspaceId, from)
}

async function chosenClient(tx: Tx, workspaceId: string, clientId: string): Promise<ClientOfSender> {
  const client = await tx
    .selectFrom('client')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', clientId)
    .executeTakeFirst()
  if (!client) throw new Refusal('not_found', 'errors.client_missing')
  return { ...client, facts: [] }
}

async function knownSender(tx: Tx, workspaceId: string, address: string): Promise<ClientOfSender | null> {
  const known = await clientByContactPoint(tx, workspaceId, 'email', address)
  if (!known) return null
  await useContactPoint(tx, workspaceId, known.pointId)
  return { id: known.id, name: known.name, facts: [] }
}

async function addSender(tx: Tx, workspaceId: string, { name: said, address }: MailAddress): Promise<ClientOfSender> {
  const id = makeId()
  const name = (said || address.split('@')[0]!).slice(0, 120)
  await tx.insertInto('client').values({ workspaceId, id, name }).execute()
  const lastUsedAt = new Date().toISOString()
  await tx
    .insertInto('contactPoint')
    .values({ workspaceId, id: makeId(), clientId: id, kind: 'email', value: address, normalised: address, lastUsedAt })
    .execute()
  const client = await clientView(tx, workspaceId, id)
  return {
    id,
    name,
    facts: [{ name: 'clients.client_added', rooms: [teamRoom(workspaceId)], data: { client: client! } }],
  }
}
