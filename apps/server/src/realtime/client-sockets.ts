import { sql } from 'kysely'
import type { ClientActor } from '../identity/actor.ts'
import { hashToken } from '../identity/hash-token.ts'
import { eventView } from './events-after.ts'
import { parseCookie } from './parse-cookie.ts'
import type { RecordedEvent } from './record-events.ts'
import type { SocketNamespace, SocketParts } from './sockets.ts'
import type { Tail } from './tail.ts'

export const clientCookieName = 'comptoir_client'

/** The sockets of clients in the portal: a namespace of their own, where nothing of the staff is ever sent. */
export function followClients(namespace: SocketNamespace, { db, log }: SocketParts, tail: Tail) {
  namespace.use((socket, next) => {
    void clientOf(parseCookie(socket.handshake.headers.cookie, clientCookieName)).then(
      async (client) => {
        if (!client) return next(new Error('not_signed_in'))
        socket.data.client = client
        await tail.watch(client.workspaceId)
        next()
      },
      (error: unknown) => {
        log.warn({ err: error }, 'a client socket could not be let in')
        next(new Error('unavailable'))
      },
    )
  })

  namespace.on('connection', (socket) => {
    const { workspaceId, clientId } = socket.data.client
    void socket.join(`${workspaceId}/client:${clientId}`)
    socket.emit('caught_up', { seq: tail.sentThrough(workspaceId) ?? 0 })
  })

  async function clientOf(token: string | undefined): Promise<ClientActor | null> {
    if (!token) return null
    const { rows } = await sql<{ workspaceId: string; clientId: string }>`
      select workspace_id, client_id from client_of_session(${hashToken(token)})`.execute(db.system)
    return rows[0] ? { is: 'client', ...rows[0] } : null
  }

  return {
    send(event: RecordedEvent) {
      const rooms = event.rooms.map((room) => `${event.workspaceId}/${room}`)
      namespace.local.to(rooms).emit('event', { ...eventView(event), actorId: null })
    },
  }
}
