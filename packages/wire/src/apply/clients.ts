import type { ClientSlice } from '@comptoir/contract/clients'
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
  return { ...state, seq, stale: state.stale || event.name === 'access.revoked' }
}
