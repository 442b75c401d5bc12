import type { Tx } from '@comptoir/db/db'
import type { AddClientInput, ClientView } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { clientView } from './client-view.ts'
import { writeContactPoints } from './write-contact-points.ts'

/** Adds a client by hand. */
export function addClient(live: Live, staff: Staff, input: AddClientInput): Promise<{ client: ClientView }> {
  const command = { name: 'clients.add_client', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { client, facts } = await makeClient(tx, staff.workspaceId, input)
    return { result: { client }, facts, clientId: client.id }
  })
}

export type NewClient = Pick<ClientView, 'id' | 'name'> &
  Partial<Pick<ClientView, 'company' | 'street' | 'postalCode' | 'town' | 'country'>> & {
    emails?: string[]
    phones?: string[]
  }

/** Makes a client inside a transaction, whoever asks: a colleague, or a mail from an address nobody knows. */
export async function makeClient(
  tx: Tx,
  workspaceId: string,
  input: NewClient,
): Promise<{ client: ClientView; facts: Fact[] }> {
  const { id, name, company, street, postalCode, town, country, emails = [], phones = [] } = input
  await tx
    .insertInto('client')
    .values({ workspaceId, id, name, company, street, postalCode, town, country, createdAt: now() })
    .execute()
  await writeContactPoints(tx, workspaceId, id, { emails, phones })
  const client = await clientView(tx, workspaceId, id)
  if (!client) throw new Refusal('not_found', 'errors.client_missing')
  return { client, facts: [{ name: 'clients.client_added', rooms: [teamRoom(workspaceId)], data: { client } }] }
}
