import { makeId } from '@comptoir/rules/uuid'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { makeBackoff } from '@comptoir/wire/make-backoff'

/**
 * Asks until somebody answers. The server knows a command by its id, so asking twice does it once.
 * Throws only what the server refused. `onWait` is told when nobody answered yet; `commandId` is given where the
 * question outlives the page.
 */
export async function sendCommand<Answer>(
  attempt: (commandId: string) => Promise<Answer>,
  onWait: () => void = () => {},
  commandId = makeId(),
): Promise<Answer> {
  const backoff = makeBackoff(Math.random)
  for (;;) {
    try {
      return await attempt(commandId)
    } catch (error) {
      if (!isPassing(error)) throw error
      onWait()
      await pause(backoff)
    }
  }
}

/** Nobody answered, or the server is on its way up: the same question can be asked again. */
export function isPassing(error: unknown) {
  return error instanceof Unreachable || (error instanceof Refused && error.body.message === 'errors.database_away')
}

/** Until the next attempt, which comes at once when the network is back. */
function pause(backoff: ReturnType<typeof makeBackoff>) {
  return new Promise<void>((resolve) => {
    const go = () => {
      backoff.cancel()
      removeEventListener('online', go)
      resolve()
    }
    addEventListener('online', go)
    backoff.again(go)
  })
}
