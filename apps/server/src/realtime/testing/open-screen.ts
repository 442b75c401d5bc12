import type { LoggedEvent, StaffSocketEvents, StaffSocketRequests, Presence } from '@comptoir/contract/realtime'
import type { Counts } from '@comptoir/contract/inbox'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { TestServer } from '../../testing/open-test-server.ts'
import type { Person } from '../../testing/people.ts'

/** An open screen and all it was told. */
export interface Screen {
  socket: Socket<StaffSocketEvents, StaffSocketRequests>
  events: LoggedEvent[]
  counts: Counts[]
  presence: Presence[][]
  wasSignedOut: boolean
}

/** Opens a screen of this person on a server that listens; `open` resolves when it is let in. */
export async function openScreen(
  { url }: TestServer,
  person: Pick<Person, 'slug' | 'cookie'>,
  origin = 'http://localhost:3000',
): Promise<Screen> {
  const socket: Screen['socket'] = io(`${url}/staff`, {
    auth: { slug: person.slug },
    transports: ['websocket'],
    extraHeaders: { cookie: person.cookie, origin },
    forceNew: true,
    reconnection: false,
  })
  onTestFinished(() => void socket.disconnect())
  const screen: Screen = { socket, events: [], counts: [], presence: [], wasSignedOut: false }
  socket.on('event', (event) => screen.events.push(event))
  socket.on('counts', (counts) => screen.counts.push(counts))
  socket.on('presence', (all) => screen.presence.push(all))
  socket.on('signed_out', () => void (screen.wasSignedOut = true))
  await new Promise<void>((resolve, reject) => {
    socket.once('caught_up', () => resolve())
    socket.once('connect_error', reject)
  })
  return screen
}
