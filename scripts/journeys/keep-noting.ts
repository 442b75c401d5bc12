import { makeId } from '@comptoir/rules/uuid'
import type { Seat } from './take-seat.ts'

/** Ten a second: more than anybody writes, on a fast machine as on a slow one. */
const pauseMs = 100

/** A colleague's program that adds one note after the other, each until somebody answered. */
export interface Noting {
  /** Ends it, and answers the words of every note that was acknowledged. */
  stop(): Promise<string[]>
  acknowledged(): number
}

export function keepNoting({ context }: Seat, conversationId: string, name: string): Noting {
  const path = `/api/w/maison-lambert/inbox/conversations/${conversationId}/notes`
  const acknowledged: string[] = []
  let isOver = false

  async function add(words: string) {
    const data = { commandId: makeId(), noteId: makeId(), body: words }
    for (;;) {
      const answer = await context.request.post(path, { data })
      if (answer.ok()) return void acknowledged.push(words)
      if (answer.status() !== 503) throw new Error(`a note was answered ${answer.status()}: ${await answer.text()}`)
      await new Promise((again) => setTimeout(again, 50))
    }
  }
  async function run() {
    for (let n = 1; !isOver; n++) {
      await add(`${name}, note ${n}.`)
      await new Promise((next) => setTimeout(next, pauseMs))
    }
  }
  const running = run()
  return {
    acknowledged: () => acknowledged.length,
    async stop() {
      isOver = true
      await running
      return acknowledged
    },
  }
}
