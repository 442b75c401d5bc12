import type { ChangeClientInput, ClientView } from '@comptoir/contract/clients'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { sendCommand } from '../live/send-command.ts'

/** What is written on a card, without what belongs to the server. */
export type ClientFields = Omit<ChangeClientInput, 'commandId' | 'version'>

/** What can be done with a client's card. Nobody answers: it is sent again, once. */
export function useClientActs() {
  const { api } = liveInboxOf(useWorkspace())
  return {
    change: (client: Pick<ClientView, 'id' | 'version'>, fields: ClientFields) =>
      sendCommand((commandId) => api.changeClient(client.id, { ...fields, commandId, version: client.version })),
    showImages: (clientId: string, images: ClientView['images']) =>
      sendCommand((commandId) => api.showImages(clientId, images, commandId)),
    tag: (clientId: string, tags: string[]) => sendCommand((commandId) => api.tagClient(clientId, tags, commandId)),
  }
}

/** The card as it would be written without a change. */
export function fieldsOf(client: ClientView): ClientFields {
  const { name, company, street, postalCode, town, country, note } = client
  const emails = client.emails.map((one) => one.value)
  const phones = client.phones.map((one) => one.value)
  return { name, company, street, postalCode, town, country, note, emails, phones }
}
