import type { LoggedEvent, StaffSocketEvents, StaffSocketRequests } from '@comptoir/contract/realtime'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { TestServer } from './open-test-server.ts'
import type { Person } from './people.ts'

/** An open screen of somebody, on a server that listens. */
export interface Screen {
  socket: Socket<StaffSocketEvents, StaffSocketRequests>
  heard: LoggedEvent[]
  /** Resolves when the server tells it that its session ended. */
  signedOut: Promise<void>
  /** Why it is not connected, when it was refused. */
  refusal(): string | null
}

/** Opens the live line of this person's browser and waits until it is in, or refused. */
export async function connectPerson(test: TestServer, person: Person): Promise<Screen> {
  const socket: Screen['socket'] = io(`${test.url}/staff`, {
    auth: { slug: person.slug },
    extraHeaders: { cookie: person.cookie },
    transports: ['websocket'],
    reconnectionDelay: 20,
    forceNew: true,
  })
  onTestFinished(() => void socket.close())
  const heard: LoggedEvent[] = []
  let refusal: string | null = null
  socket.on('event', (event) => heard.push(event))
  socket.on('connect_error', (error) => {
    refusal = error.message
  })
  const signedOut = new Promise<void>((resolve) => {
    socket.once('signed_out', resolve)
  })
  await new Promise<void>((resolve) => {
    socket.once('caught_up', () => resolve())
    socket.once('connect_error', () => resolve())
  })
  return { socket, heard, signedOut, refusal: () => refusal }
}
