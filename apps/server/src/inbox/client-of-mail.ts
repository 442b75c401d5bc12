import { sql } from 'kysely'
import { writeOnce } from '@comptoir/db/write-once'
import { makeId } from '@comptoir/rules/uuid'
import { clientByContactPoint } from '../clients/client-by-contact-point.ts'
import { clientView } from '../clients/client-view.ts'
import { cutText } from '../messaging/clean-text.ts'
import type { FilingChoice } from '../messaging/intake.ts'
import type { MailAddress } from '../messaging/mail-addresses.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { Refusal } from '../refusal.ts'
import type { KnownOfMail } from './look-up-mail.ts'
import type { Filer } from './receive-mail.ts'

export interface ClientOfMail {
  id: string
  name: string
  facts: Fact[]
}

/** The client a mail is from: the one chosen, else whoever last wrote from that address, else a new one. */
export async function clientOfMail(
  filer: Filer,
  from: MailAddress | null,
  { sender }: Pick<KnownOfMail, 'sender'>,
  choice: FilingChoice,
): Promise<ClientOfMail> {
  if (choice.is === 'client') return chosenClient(filer, choice.clientId)
  if (!from) throw new Refusal('invalid', 'errors.mail_without_sender')
  if (!sender) return addSender(filer, from)
  await useAddress(filer, sender.id, from.address)
  return { id: sender.id, name: sender.name, facts: [] }
}

/** Whoever has this address, or a new client. */
export async function clientOfSender(filer: Filer, person: MailAddress): Promise<ClientOfMail> {
  const known = await clientByContactPoint(filer.tx, filer.workspaceId, 'email', person.address)
  return clientOfMail(filer, person, { sender: known ?? null }, { is: 'sender' })
}

/** The next mail from an address that several share is taken to be of whoever wrote last. */
export async function useAddress({ tx, workspaceId }: Filer, clientId: string, address: string): Promise<void> {
  await usePoint(tx, { workspaceId, clientId, address, at: new Date().toISOString() })
}

interface Use {
  workspaceId: string
  clientId: string
  address: string
  at: string
}

const usePoint = writeOnce(
  (_, { workspaceId, clientId, address, at }: Use) => sql`
    update contact_point set last_used_at = ${at}
    where workspace_id = ${workspaceId} and client_id = ${clientId} and kind = 'email' and normalised = ${address}`,
)

async function chosenClient({ tx, workspaceId }: Filer, clientId: string): Promise<ClientOfMail> {
  const client = await tx
    .selectFrom('client')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', clientId)
    .executeTakeFirst()
  if (!client) throw new Refusal('not_found', 'errors.client_missing')
  return { ...client, facts: [] }
}

async function addSender({ tx, workspaceId }: Filer, { name: said, address }: MailAddress): Promise<ClientOfMail> {
  const id = makeId()
  const name = cutText(said || address.split('@')[0]!, 120)
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
