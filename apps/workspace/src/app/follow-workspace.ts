import type { StaffEvent } from '@comptoir/contract/events'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { followEvents } from '@comptoir/wire/follow-events'
import { openStaffSocket } from '@comptoir/wire/socket'
import type { OpenWorkspace } from './create-workspace.ts'
import type { Session } from './create-session.ts'
import { loadWorkspace } from './load-workspace.ts'
import { leaveViewing } from './view-as.ts'

/** Brings everything that happens in the business to the screens, whatever the cuts. Answers how to stop. */
export function followWorkspace(workspace: OpenWorkspace, session: Session): () => void {
  const { slug } = workspace
  const socket = openStaffSocket(slug)
  let fresh = !workspace.isRecalled()

  const stop = followEvents({
    socket,
    async load() {
      if (fresh) {
        fresh = false
        return workspace.seq
      }
      const loaded = await loadWorkspace(slug)
      if (workspace.isRecalled()) void session.read()
      workspace.replace(loaded)
      workspace.events.resync(loaded.slice.seq)
      return loaded.slice.seq
    },
    eventsAfter: (seq) => ask(api.api.w[':slug'].events.$get({ param: { slug }, query: { after: String(seq) } })),
    onEvent: (event) => workspace.events.tell(event as StaffEvent),
    onState: workspace.setConnection,
  })
  const stopLooking = workspace.presence.speakThrough((look) => socket.emit('look', look))

  socket.on('counts', workspace.setCounts)
  socket.on('presence', workspace.presence.set)
  // Signed out, or no longer of this business: who one is and where one may go is asked again.
  socket.on('signed_out', leave)
  socket.on('connect_error', (error) => {
    if (error.message === 'not_signed_in') leave()
  })

  function leave() {
    // Nobody lends their eyes any more: one is oneself again.
    if (workspace.viewing) leaveViewing(workspace)
    else void session.read()
  }

  return () => {
    stopLooking()
    stop()
    socket.disconnect()
  }
}
