import { createSignal } from 'solid-js'
import { serverNow } from '@comptoir/wire/server-clock'

/** Whether what is shown is live, and since when it is not. */
export type Connection = { is: 'live' } | { is: 'reconnecting'; since: number } | { is: 'offline'; since: number }

/** The state of the live line, as the one who holds it says; `trueAt` is when what is shown was last true, if it is not. */
export function createConnection(trueAt?: string) {
  const [connection, setConnection] = createSignal<Connection>(
    trueAt === undefined ? { is: 'live' } : { is: 'reconnecting', since: Date.parse(trueAt) },
  )
  return {
    connection,
    /** `reconnecting`: trying; `offline`: the browser itself says there is no network. */
    setConnection(is: Connection['is']) {
      setConnection((was) => {
        if (is === was.is) return was
        return is === 'live' ? { is } : { is, since: was.is === 'live' ? serverNow() : was.since }
      })
    },
  }
}
