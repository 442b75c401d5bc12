import { sql } from 'kysely'
import { askTogether, type Together } from '@comptoir/db/ask-together'
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
  return { id: sender.id, name: sender.name, facts: [] }
}

/** Whoever has this address, or a new client. */
export async function clientOfSender(filer: Filer, person: MailAddress): Promise<ClientOfMail> {
  const known = await clientByContactPoint(filer.tx, filer.workspaceId, 'email', person.address)
  if (known) await useAddress(filer, known.id, person.address)
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

// First found one by one and then by a list of ids: a join alone would read every address there is.
const usePoint = askTogether(
  (_, all: Together<Use>) => sql<{ n: number }>`
    with used as materialized (
      select a.at,
        (select p.id from contact_point p
         where p.workspace_id = a.workspace_id and p.client_id = a.client_id and p.kind = 'email'
           and p.normalised = a.address) as id
      from json_to_recordset(${all.rows}::json) as a (workspace_id uuid, client_id uuid, address text, at timestamptz)
    ), noted as (
      update contact_point p set last_used_at = used.at
      from used
      where p.workspace_id = any (${all.workspaceId}::uuid[]) and p.id = any (array(select id from used))
        and p.id = used.id
    )
    select 0 as n where false`,
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
