import { createSignal } from 'solid-js'

/** Whether what is shown is live, and since when it is not. */
export type Connection = { is: 'live' } | { is: 'reconnecting'; since: number } | { is: 'offline'; since: number }

/** The state of the live line, as the one who holds it says. */
export function createConnection() {
  const [connection, setConnection] = createSignal<Connection>({ is: 'live' })
  return {
    connection,
    /** `reconnecting`: trying; `offline`: the browser itself says there is no network. */
    setConnection(is: Connection['is']) {
      setConnection((was) => {
        if (is === was.is) return was
        return is === 'live' ? { is } : { is, since: was.is === 'live' ? Date.now() : was.since }
      })
    },
  }
}
