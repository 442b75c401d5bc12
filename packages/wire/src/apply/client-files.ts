import type { ClientFile, ClientFilesPage } from '@comptoir/contract/clients'
import type { StaffEvent } from '@comptoir/contract/events'

/** The files of a client as a screen holds them. */
export interface ClientFilesState extends ClientFilesPage {
  /** Something moved that events do not tell whole: to be fetched again. */
  stale: boolean
}

/** The files that went between a client and the business, after an event. */
export function applyToClientFiles(state: ClientFilesState, event: StaffEvent): ClientFilesState {
  if (event.seq <= state.seq) return state
  const { seq } = event
  switch (event.name) {
    case 'inbox.message_received':
    case 'inbox.message_sent': {
      const { conversation, message } = event.data
      const isTheirs = conversation.clientId === state.clientId && message.party === 'client'
      if (!isTheirs) return { ...state, seq }
      const { direction, at, id: messageId } = message
      const files = message.attachments
        .filter(({ inline }) => !inline)
        .map(({ id, name, mediaType, sizeBytes }) => ({
          id,
          name,
          mediaType,
          sizeBytes,
          conversationId: conversation.id,
          messageId,
          direction,
          at,
        }))
      return { ...state, seq, files: merged(state.files, files) }
    }
    case 'inbox.sending_taken_back':
    case 'inbox.leaving_changed':
    case 'access.granted':
    case 'access.revoked':
      return { ...state, seq, stale: true }
    default:
      return { ...state, seq }
  }
}

/** A message told again is the same message. */
function merged(files: ClientFile[], told: ClientFile[]): ClientFile[] {
  const others = files.filter((one) => !told.some(({ messageId }) => messageId === one.messageId))
  return [...others, ...told].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
}
