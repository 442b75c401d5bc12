import { createContext, createSignal, useContext } from 'solid-js'
import type { Me } from '@comptoir/contract/identity'
import { api } from '@comptoir/wire/api'
import { ask, Refused } from '@comptoir/wire/ask'
import { isPassing } from '../live/send-command.ts'

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

  function know(now: Me | null) {
    const before = me()
    setMe(now)
    // What the one before opened is no business of the next.
    if (now === null || (before && before.userId !== now.userId)) forgetOpened().catch(() => {})
  }

  return {
    me,
    setMe: know,
    /** Why it is not known. */
    problem,
    /** Asks the server who this is; while nobody answers, it is who it was. */
    async read() {
      setProblem(undefined)
      try {
        know(await askMe())
      } catch (error) {
        const kept = me() ?? (isPassing(error) ? await whoWasHere().catch(() => undefined) : undefined)
        if (kept) setMe(kept)
        else setProblem(error)
      }
    },
    /** The session is over, here or on the server. */
    ended: () => know(null),
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

async function whoWasHere() {
  const { recallMe } = await import('../offline/recall.ts')
  return recallMe()
}

async function forgetOpened() {
  const { forgetSlices } = await import('../offline/kept-slices.ts')
  await forgetSlices()
}
