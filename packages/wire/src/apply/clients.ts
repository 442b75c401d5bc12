import type { ClientSlice, ClientView, TagView } from '@comptoir/contract/clients'
import type { StaffEvent } from '@comptoir/contract/events'

/** A client's card as a screen holds it. */
export interface ClientState extends ClientSlice {
  /** Their conversations left this reader: whether the card stays is to be asked. */
  stale: boolean
}

export function clientFrom(slice: ClientSlice): ClientState {
  return { ...slice, stale: false }
}

/** The card after an event. */
export function applyToClient(state: ClientState, event: StaffEvent): ClientState {
  if (event.seq <= state.seq) return state
  const { seq } = event
  if (event.name === 'clients.client_changed' && event.data.client.id === state.client.id) {
    return { ...state, seq, client: event.data.client }
  }
  if (event.name === 'clients.clients_tagged' && event.data.clientIds.includes(state.client.id)) {
    return { ...state, seq, client: withTag(state.client, event.data) }
  }
  return { ...state, seq, stale: state.stale || event.name === 'access.revoked' }
}

/** A client's card once they got a tag, or lost it again. */
export function withTag(
  client: ClientView,
  { tag, became }: { tag: TagView; became: 'tagged' | 'untagged' },
): ClientView {
  const others = client.tags.filter((one) => one.id !== tag.id)
  if (became === 'untagged') return { ...client, tags: others }
  return { ...client, tags: [...others, tag].sort((a, b) => (a.name < b.name ? -1 : 1)) }
}
