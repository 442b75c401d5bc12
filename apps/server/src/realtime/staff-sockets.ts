import type { DefaultEventsMap, Socket } from 'socket.io'
import * as v from 'valibot'
import { lookInput, type StaffSocketEvents, type StaffSocketRequests } from '@comptoir/contract/realtime'
import type { Scope } from '../declared-scope.ts'
import { parseCookie } from './parse-cookie.ts'
import { staffAt } from '../identity/staff-at.ts'
import type { Staff } from '../identity/actor.ts'
import { eventView } from './events-after.ts'
import { openPresenceBook } from './presence.ts'
import type { RecordedEvent } from './record-events.ts'
import { roomsOf } from './rooms.ts'
import type { SocketData, SocketNamespace, SocketParts } from './sockets.ts'
import type { Tail } from './tail.ts'

type StaffSocket = Socket<StaffSocketRequests, StaffSocketEvents, DefaultEventsMap, SocketData>

export interface StaffSockets {
  send(event: RecordedEvent): void
  people(): Staff[]
  isLooking(workspaceId: string, userId: string, conversationId: string | null): boolean
  to(workspaceId: string, userId: string): ReturnType<SocketNamespace['to']>
  close(which: (staff: Staff) => boolean): void
  stop(): void
}

/** Who may ask what over a socket; a request that is not declared here does not compile. */
export const staffSocketRequests = {
  look: { who: 'staff', example: { conversationId: null } },
} as const satisfies Record<keyof StaffSocketRequests, { who: Scope; example: object }>

const caughtUpEveryMs = 10_000
const sweepEveryMs = 5_000

export function followStaff(
  namespace: SocketNamespace,
  { db, sessions, sources, log }: SocketParts,
  tail: Tail,
): StaffSockets {
  const presence = openPresenceBook()

  namespace.use((socket, next) => {
    void signIn(socket).then(next, (error: unknown) => {
      log.warn({ err: error }, 'a socket could not be let in')
      next(new Error('unavailable'))
    })
  })

  async function signIn(socket: StaffSocket): Promise<Error | undefined> {
    const token = parseCookie(socket.handshake.headers.cookie, sessions.cookieName)
    const signedIn = token ? await sessions.validate(token) : null
    const staff = signedIn && (await staffAt(db, signedIn, String(socket.handshake.auth['slug'] ?? '')))
    if (!staff) return new Error('not_signed_in')
    socket.data.staff = staff
    await tail.watch(staff.workspaceId)
    return undefined
  }

  namespace.on('connection', (socket) => {
    const { staff } = socket.data
    const { workspaceId } = staff
    void socket.join([workspaceId, ...roomsOf(staff).map((room) => `${workspaceId}/${room}`)])
    socket.emit('caught_up', { seq: tail.sentThrough(workspaceId) ?? 0 })
    if (staff.role !== 'delegate') socket.emit('presence', presence.everybody(workspaceId))

    socket.on('look', (input) => {
      const look = v.safeParse(lookInput, input)
      // Whoever looks with another's eyes is not seen in their place.
      if (!look.success || staff.viewer) return
      void (async () => {
        const { conversationId } = look.output
        if (conversationId && !(await sources.mayLook(staff, conversationId))) return
        if (socket.connected && presence.look(workspaceId, socket.id, staff.userId, look.output)) show(workspaceId)
      })().catch((error: unknown) => log.warn({ err: error }, 'a look was not followed'))
    })
    // However late in it this screen was opened.
    const end = staff.viewer && setTimeout(() => signOut(socket), staff.viewer.leftMs)
    socket.on('disconnect', () => {
      clearTimeout(end)
      if (presence.leave(workspaceId, socket.id)) show(workspaceId)
    })
  })

  function show(workspaceId: string) {
    const all = presence.everybody(workspaceId)
    namespace.local.to(`${workspaceId}/team:${workspaceId}`).emit('presence', all)
    // A delegate sees who else is in the conversation they look at, and nothing of the others.
    for (const socket of socketsIn(workspaceId)) {
      if (socket.data.staff.role !== 'delegate') continue
      const own = all.filter((one) => one.userId === socket.data.staff.userId).map((one) => one.conversationId)
      socket.emit(
        'presence',
        all.filter((one) => own.includes(one.conversationId)),
      )
    }
  }

  function* socketsIn(workspaceId: string): Generator<StaffSocket> {
    for (const id of namespace.adapter.rooms.get(workspaceId) ?? []) {
      const socket = namespace.sockets.get(id)
      if (socket) yield socket
    }
  }

  const caughtUp = setInterval(() => {
    for (const room of namespace.adapter.rooms.keys()) {
      const seq = tail.sentThrough(room)
      if (seq !== null) namespace.local.to(room).emit('caught_up', { seq })
    }
  }, caughtUpEveryMs)
  const sweep = setInterval(() => presence.sweep().forEach(show), sweepEveryMs)

  return {
    send(event) {
      const rooms = event.rooms.map((room) => `${event.workspaceId}/${room}`)
      namespace.local.to(rooms).emit('event', eventView(event))
      if (event.name === 'resync') followNewRights(event)
    },
    people: () => [...namespace.sockets.values()].map((socket) => socket.data.staff),
    isLooking: (workspaceId, userId, conversationId) =>
      presence.everybody(workspaceId).some((one) => one.userId === userId && one.conversationId === conversationId),
    to: (workspaceId, userId) => namespace.local.to(`${workspaceId}/user:${userId}`),
    close(which) {
      for (const socket of namespace.sockets.values()) {
        if (which(socket.data.staff)) signOut(socket)
      }
    },
    stop() {
      clearInterval(caughtUp)
      clearInterval(sweep)
    },
  }

  /** Rooms follow the role a socket came in with, so a new role begins with a new connection. */
  function followNewRights(event: RecordedEvent) {
    for (const socket of socketsIn(event.workspaceId)) {
      const { userId, viewer } = socket.data.staff
      const isOf = (id: string) => event.rooms.includes(`user:${id}`)
      if (isOf(userId) || (viewer && isOf(viewer.userId))) socket.conn.close()
    }
  }
}

function signOut(socket: StaffSocket) {
  socket.emit('signed_out')
  socket.disconnect(true)
}
