import type { LoggedEvent } from '@comptoir/contract/realtime'
import { makeBackoff } from './make-backoff.ts'
import { watchPage, type PageSigns } from './watch-page.ts'

/** The part of a Socket.IO socket that following needs. */
export interface FollowedSocket {
  connected: boolean
  connect(): unknown
  disconnect(): unknown
  on: Listening
  off: Listening
}

// Spelled out: one generic signature is not always found to fit Socket.IO's own.
interface Listening {
  (sign: 'connect' | 'disconnect' | 'connect_error', listener: () => void): unknown
  (sign: 'event', listener: (event: LoggedEvent) => void): unknown
  (sign: 'caught_up', listener: (at: { seq: number }) => void): unknown
}

export interface Line {
  socket: FollowedSocket
  onOpen: () => void
  onLost: () => void
  onOffline: () => void
  watch?: typeof watchPage
  random?: () => number
}

/** Longer than two of the server's signs of life, which come every 10 s. */
const silenceMs = 25_000
const lookEveryMs = 5_000

/** Keeps a socket open and never gives up; at once when the network or the person comes back. */
export function keepConnected({ socket, onOpen, onLost, onOffline, ...given }: Line) {
  const backoff = makeBackoff(given.random ?? Math.random)
  let heardAt = Date.now()
  const isSilent = (forMs: number) => Date.now() - heardAt > forMs

  const signs: PageSigns = (given.watch ?? watchPage)({
    onOffline,
    onOnline: () => comeBack(),
    onVisible: () => isSilent(silenceMs / 2) && comeBack(),
  })
  socket.on('connect', opened)
  socket.on('disconnect', lost)
  socket.on('connect_error', lost)
  // A line can be dead without a word: a laptop that slept, a network that changed.
  const look = setInterval(() => socket.connected && isSilent(silenceMs) && reopen(), lookEveryMs)

  return {
    online: signs.online,
    heard: () => void (heardAt = Date.now()),
    stop() {
      backoff.cancel()
      clearInterval(look)
      signs.stop()
      socket.off('connect', opened)
      socket.off('disconnect', lost)
      socket.off('connect_error', lost)
    },
  }

  function opened() {
    heardAt = Date.now()
    backoff.cancel()
    backoff.reset()
    onOpen()
  }

  function lost() {
    onLost()
    backoff.again(() => socket.connected || socket.connect())
  }

  function comeBack() {
    backoff.reset()
    if (socket.connected && !isSilent(silenceMs / 2)) onOpen()
    else reopen()
  }

  function reopen() {
    heardAt = Date.now()
    // Alone, `connect` would wait for the pause between two attempts to end.
    socket.disconnect()
    socket.connect()
  }
}
