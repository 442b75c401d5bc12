import { io, type Socket } from 'socket.io-client'
import type { StaffSocketEvents, StaffSocketRequests } from '@comptoir/contract/realtime'

export type StaffSocket = Socket<StaffSocketEvents, StaffSocketRequests>

/** The live line of somebody of the staff to one workspace; it reconnects by itself. Close it with `disconnect()`. */
export function openStaffSocket(slug: string): StaffSocket {
  return io('/staff', {
    auth: { slug },
    // Where a proxy lets no websocket through, requests do.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // Another workspace is another line: the slug is only said when one opens.
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  })
}
