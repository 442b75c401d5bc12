import { createFetched } from '../app/create-fetched.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'

/** What became of a message of ours, asked again whenever something of it changes. */
export function createTrack(messageId: () => string) {
  const { events } = useWorkspace()
  const { live } = useInbox()
  const track = createFetched(messageId, live.api.track)
  events.listen((event) => {
    if (event.name === 'inbox.receipt_changed' && event.data.messageId === messageId()) track.retry()
  })
  events.onResync(track.retry)
  return track
}
