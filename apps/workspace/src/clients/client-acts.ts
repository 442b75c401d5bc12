import type { FieldValue } from '@comptoir/contract/field-values'
import type { ClientNoteView, ClientView } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveClientsOf } from '../live/live-clients.ts'
import { sendCommand } from '../live/send-command.ts'

/** What can be done with a client's card. Nobody answers: it is sent again, and done once. */
export function useClientActs() {
  const { api } = liveClientsOf(useWorkspace())
  return {
    setField: (clientId: string, field: string, value: FieldValue, was: FieldValue) =>
      sendCommand((commandId) => api.setField(clientId, { commandId, field, value, was })),
    tag: (clientId: string, tags: string[]) => sendCommand((commandId) => api.tag(clientId, tags, commandId)),
    addNote(clientId: string, body: string) {
      const id = makeId()
      return sendCommand((commandId) => api.addNote(clientId, { commandId, id, body }))
    },
    /** Over what one saw of it. */
    changeNote: (
      clientId: string,
      noteId: string,
      note: { body: string; was: string; place: ClientNoteView['pinned'] },
    ) => sendCommand((commandId) => api.changeNote(clientId, noteId, { commandId, ...note })),
    removeNote: (clientId: string, noteId: string) =>
      sendCommand((commandId) => api.removeNote(clientId, noteId, commandId)),
    showImages: (clientId: string, images: ClientView['images']) =>
      sendCommand((commandId) => api.showImages(clientId, images, commandId)),
  }
}
