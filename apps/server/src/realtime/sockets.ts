import type { Server as HttpServer } from 'node:http'
import { Server as SocketServer, type DefaultEventsMap, type Namespace } from 'socket.io'
import type { Logger } from 'pino'
import type { Db } from '@comptoir/db/db'
import type { Counts } from '@comptoir/contract/inbox'
import type { StaffSocketEvents, StaffSocketRequests } from '@comptoir/contract/realtime'
import type { ClientActor, Staff } from '../identity/actor.ts'
import type { Sessions } from '../identity/sessions.ts'
import { isSameOrigin } from '../same-origin.ts'
import { followClients } from './client-sockets.ts'
import { pushCounts } from './push-counts.ts'
import type { RecordedEvent } from './record-events.ts'
import { followStaff } from './staff-sockets.ts'
import { startTail, type Tail } from './tail.ts'

/** Everything that speaks to open screens. */
export interface Sockets {
  tail: Tail
  /** Ends the sockets of sessions that were revoked, or of somebody in a workspace, at once. */
  closeSessions(sessionIds: string[]): void
  closeMember(workspaceId: string, userId: string): void
  /** Ends the sockets of whoever looked with somebody else's eyes. */
  closeViewing(viewingId: string): void
  connected(): number
  /** Whoever has a screen open, once for each. */
  people(): Staff[]
  /** Whether this person looks at this conversation, on any screen. */
  isLooking(workspaceId: string, userId: string, conversationId: string | null): boolean
  /** Binds to the HTTP server once it listens. */
  attach(http: HttpServer): void
  stop(): Promise<void>
}

/** What later nouns lend to the sockets. */
export interface SocketSources {
  /** Whether this person may see this conversation. */
  mayLook(staff: Staff, conversationId: string): Promise<boolean>
  /** The numbers beside the views, for several people at once. */
  countsOf(workspaceId: string, people: Staff[]): Promise<Map<string, Counts>>
}

export interface SocketParts {
  db: Db
  log: Logger
  sessions: Sessions
  publicUrl: string
  sources: SocketSources
}

/** Whoever a socket speaks for: staff in one namespace, a client in the other. What clients hear is a part of what staff hear. */
export interface SocketData {
  staff: Staff
  client: ClientActor
}

export type SocketNamespace = Namespace<StaffSocketRequests, StaffSocketEvents, DefaultEventsMap, SocketData>

export function openSockets(parts: SocketParts): Sockets {
  const { db, log, publicUrl } = parts
  const io = new SocketServer<StaffSocketRequests, StaffSocketEvents, DefaultEventsMap, SocketData>({
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    // CORS does not guard WebSockets; the Origin that every browser sends does.
    allowRequest: (request, answer) => {
      answer(null, isSameOrigin(request.headers.origin, request.headers.host, publicUrl))
    },
  })
  const tail = startTail(db, log, send, { away: hangUp })
  const staff = followStaff(io.of('/staff'), parts, tail)
  const clients = followClients(io.of('/client'), parts, tail)
  const counts = pushCounts(staff, parts)
  io.of('/staff').on('connection', (socket) => counts.greet(socket.data.staff))
  for (const namespace of ['/staff', '/client']) io.of(namespace).on('connection', forgetHandshake)

  function send(event: RecordedEvent) {
    if (event.rooms[0]!.startsWith('client:')) return clients.send(event)
    staff.send(event)
    counts.follow(event)
  }

  /** Nobody is let in again before the database answers, so that no screen takes old rows for live ones. */
  function hangUp() {
    for (const namespace of ['/staff', '/client']) io.of(namespace).local.disconnectSockets(true)
  }

  return {
    tail,
    closeSessions: (ids) => staff.close((person) => ids.includes(person.sessionId)),
    closeMember: (workspaceId, userId) =>
      staff.close((p) => p.workspaceId === workspaceId && (p.userId === userId || p.viewer?.userId === userId)),
    closeViewing: (viewingId) => staff.close((person) => person.viewer?.viewingId === viewingId),
    connected: () => staff.people().length,
    people: () => staff.people().filter((person) => !person.viewer),
    isLooking: staff.isLooking,
    attach: (http) => {
      io.attach(http)
    },
    async stop() {
      tail.stop()
      staff.stop()
      counts.stop()
      await io.close()
    },
  }
}

/** The request of a handshake is large and, once let in, nobody reads it again: a thousand screens would keep theirs. */
function forgetHandshake(socket: { conn: object }) {
  Object.assign(socket.conn, { request: null })
}
