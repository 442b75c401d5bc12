import { setTimeout as sleep } from 'node:timers/promises'
import { makeId } from '@comptoir/rules/uuid'
import type { SignedIn } from '../../servers/sign-up.ts'

const againAfterMs = 150

/** Answers clients as a screen does: the same command again, until somebody answers. Answers the message's id. */
export function insistentWriter({ url, slug, cookie }: SignedIn) {
  return async (conversationId: string, text: string): Promise<string> => {
    const messageId = makeId()
    const input = { commandId: makeId(), messageId, bodyHtml: `<p>${text}</p>`, baseSeq: 0, conflict: 'anyway' }
    const address = `${url}/api/w/${slug}/inbox/conversations/${conversationId}/replies`
    const headers = { cookie, 'content-type': 'application/json' }
    for (;;) {
      const status = await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) }).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status === 201) return messageId
      if (status !== 0 && status < 500) throw new Error(`a reply was answered with ${status}`)
      await sleep(againAfterMs)
    }
  }
}
