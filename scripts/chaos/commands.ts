import { makeId } from '@comptoir/rules/uuid'
import type { Person } from './person.ts'

/** A command as a screen would send it: the same body however often it has to be sent. */
export interface Sending {
  person: Person
  method: 'POST' | 'PUT'
  path: string
  body: Record<string, unknown>
  /** The message or note it makes, to be found once and only once. */
  makes: { conversationId: string; id: string } | null
}

/** A random command of a random person on a random conversation. */
export function anyCommand(people: Person[], conversationIds: string[], random: () => number): Sending {
  const person = pick(people, random)
  const conversationId = pick(conversationIds, random)
  const path = `/inbox/conversations/${conversationId}`
  const id = makeId()
  const commandId = makeId()
  const sending = (at: string, body: Record<string, unknown>, makes: Sending['makes'] = null): Sending => ({
    person,
    method: 'POST',
    path: `${path}/${at}`,
    body: { commandId, ...body },
    makes,
  })
  const said = { conversationId, id }
  const kinds: (() => Sending)[] = [
    () =>
      sending(
        'replies',
        { messageId: id, bodyHtml: `<p>Réponse ${id}</p>`, fileIds: [], baseSeq: 0, conflict: 'anyway' },
        said,
      ),
    () => sending('notes', { noteId: id, body: `Note ${id}` }, said),
    () => sending('assign', { assigneeId: random() < 0.3 ? null : pick(people, random).reader.userId }),
    () => sending('archive', {}),
    () => sending('reopen', {}),
    () => sending('unread', {}),
    () => sending('read', { seq: Math.floor(random() * 20) }),
  ]
  return pick(kinds, random)()
}

/** Sends until somebody answered; a server that is down is asked again with the very same command. */
export async function sendUntilAnswered({ person, method, path, body }: Sending): Promise<number> {
  for (;;) {
    try {
      const { status } = await person.send(method, path, body)
      if (status !== 503 && status !== 500) return status
    } catch {
      // Nobody there: the server is being killed or is starting again.
    }
    await new Promise((again) => setTimeout(again, 100))
  }
}

/** A repeatable source of chance, so that a run that failed can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function pick<T>(from: T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!
}
