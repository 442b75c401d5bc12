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
  if (event.name === 'clients.tag_changed' || event.name === 'clients.tag_removed') {
    const client = withTagChanged(state.client, event)
    return { ...state, seq, ...(client ? { client } : { stale: true }) }
  }
  return { ...state, seq, stale: state.stale || event.name === 'access.revoked' }
}

/** A client's card once a tag is called otherwise or gone; null where only the server knows who has it again. */
export function withTagChanged(client: ClientView, event: TagEvent): ClientView | null {
  if (event.name === 'clients.tag_removed')
    return { ...client, tags: client.tags.filter(({ id }) => id !== event.data.tagId) }
  const { tag, became } = event.data
  if (became === 'put_back') return null
  const tags = client.tags.map((one) => (one.id === tag.id ? tag : one)).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { ...client, tags }
}

type TagEvent = Extract<StaffEvent, { name: 'clients.tag_changed' | 'clients.tag_removed' }>

/** A client's card once they got a tag, or lost it again. */
export function withTag(
  client: ClientView,
  { tag, became }: { tag: TagView; became: 'tagged' | 'untagged' },
): ClientView {
  const others = client.tags.filter((one) => one.id !== tag.id)
  if (became === 'untagged') return { ...client, tags: others }
  return { ...client, tags: [...others, tag].sort((a, b) => (a.name < b.name ? -1 : 1)) }
}
