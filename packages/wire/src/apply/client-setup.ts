import type { ClientSetupSlice, TagsSlice } from '@comptoir/contract/client-fields'
import type { TagView } from '@comptoir/contract/clients'
import type { StaffEvent } from '@comptoir/contract/events'

/** What a business keeps of its clients after an event. */
export function applyToSetup(slice: ClientSetupSlice, event: StaffEvent): ClientSetupSlice {
  if (event.seq <= slice.seq) return slice
  const { seq } = event
  return event.name === 'clients.setup_changed' ? { seq, ...event.data } : { ...slice, seq }
}

/** The tags of a business after an event. */
export function applyToTags(slice: TagsSlice, event: StaffEvent): TagsSlice {
  if (event.seq <= slice.seq) return slice
  return { seq: event.seq, tags: changed(slice.tags, event) }
}

function changed(tags: TagView[], event: StaffEvent): TagView[] {
  switch (event.name) {
    case 'clients.client_added':
    case 'clients.client_changed':
      return withTags(tags, event.data.client.tags)
    case 'clients.clients_tagged':
    case 'clients.tag_changed':
      return withTags(tags, [event.data.tag])
    case 'clients.tag_removed':
      return tags.filter(({ id }) => id !== event.data.tagId)
    default:
      return tags
  }
}

function withTags(tags: TagView[], told: TagView[]): TagView[] {
  const byId = new Map([...tags, ...told].map((tag) => [tag.id, tag]))
  return [...byId.values()].sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
}
