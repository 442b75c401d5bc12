import { createStore, reconcile } from 'solid-js/store'
import { bulkChunk, type BulkView } from '@comptoir/contract/bulk'
import type { EventHub } from '../app/create-event-hub.ts'

/** What one asked of so many conversations that it takes a while, for as long as it is under way. */
export function createBulks(events: EventHub): () => BulkView[] {
  const [bulks, setBulks] = createStore<BulkView[]>([])
  events.listen((event) => {
    if (event.name !== 'inbox.bulk_moved') return
    const { bulk } = event.data
    const isUnderWay = bulk.total > bulkChunk && (bulk.state === 'running' || bulk.state === 'undoing')
    const others = bulks.filter(({ id }) => id !== bulk.id)
    setBulks(reconcile(isUnderWay ? [...others, { ...bulk }] : others))
  })
  return () => bulks
}
