import { createContext, createSignal, useContext } from 'solid-js'
import type { Me } from '@comptoir/contract/identity'
import { api } from '@comptoir/wire/api'
import { ask, Refused } from '@comptoir/wire/ask'

export type Session = ReturnType<typeof createSession>

export const SessionContext = createContext<Session>()

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session around this component')
  return session
}

/** Who is signed in in this browser: `undefined` until it is known, `null` for nobody. */
export function createSession() {
  const [me, setMe] = createSignal<Me | null | undefined>(undefined)
  const [problem, setProblem] = createSignal<unknown>()
  return {
    me,
    setMe,
    /** Why it is not known. */
    problem,
    /** Asks the server who this is. */
    async read() {
      setProblem(undefined)
      await askMe().then(setMe, setProblem)
    },
    /** The session is over, here or on the server. */
    ended: () => setMe(null),
  }
}

async function askMe(): Promise<Me | null> {
  try {
    return await ask(api.api.me.$get())
  } catch (error) {
    if (error instanceof Refused && error.code === 'not_signed_in') return null
    throw error
  }
}
