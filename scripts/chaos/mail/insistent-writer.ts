import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeId } from '@comptoir/rules/uuid'
import type { SignedIn } from '../../servers/sign-up.ts'
import type { Reached } from './killer.ts'

interface Screen {
  random: () => number
  reached: Reached
  /** It gives up when this fires. */
  signal: AbortSignal
}

const againAfterMs = 150
/** A reply is answered within it more often than not: the moments before are all as likely. */
const writingMs = 12

/** Answers clients as a screen does: the same command again, until somebody answers. Answers the message's id. */
export function insistentWriter({ url, slug, cookie }: SignedIn, { random, reached, signal }: Screen) {
  const agent = new Agent({ keepAlive: true })
  signal.addEventListener('abort', () => agent.destroy())
  return async (conversationId: string, text: string): Promise<string> => {
    const messageId = makeId()
    const input = { commandId: makeId(), messageId, bodyHtml: `<p>${text}</p>`, baseSeq: 0, conflict: 'anyway' }
    const address = `${url}/api/w/${slug}/inbox/conversations/${conversationId}/replies`
    for (;;) {
      const status = await statusOf(address, JSON.stringify(input))
      if (status === 201) return messageId
      signal.throwIfAborted()
      if (status !== 'none' && status < 500) throw new Error(`a reply was answered with ${status}`)
      await sleep(againAfterMs)
    }
  }

  /** Tells of it once the request is out, for before nobody else knows of the reply. */
  async function statusOf(address: string, body: string): Promise<number | 'none'> {
    const came = Promise.withResolvers<number | 'none'>()
    const isCutOff = async () => (await came.promise) === 'none'
    let moment: NodeJS.Timeout | undefined
    request(address, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, agent, signal })
      .once('finish', () => {
        moment = setTimeout(() => reached('being written', isCutOff), random() * writingMs)
      })
      .once('response', (answer) => {
        answer.on('error', () => undefined).resume()
        came.resolve(answer.statusCode!)
      })
      .on('error', () => came.resolve('none'))
      .end(body)
    const status = await came.promise
    clearTimeout(moment)
    return status
  }
}
