import { randomBytes } from 'node:crypto'
import type { ListPage } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import type { APIRequestContext } from 'playwright-core'
import { expect, vi } from 'vitest'
import { openMailProgram } from '../../testing/mail-program.ts'
import type { RunningComptoir } from '../../testing/running-comptoir.ts'

export const here = '/api/w/atelier-lambert'

/** Zoé writes with a plan joined to it; answers its bytes and where it stands. */
export async function mailFrom(comptoir: RunningComptoir, request: APIRequestContext, megabytes: number) {
  const plan = randomBytes(megabytes * 2 ** 20)
  const subject = `Plan ${plan.toString('hex', 0, 4)}`
  const zoe = openMailProgram({ name: 'Zoé Müller', address: `zoe.${makeId()}@exemple.be` }, comptoir.mailPort)
  await zoe.write({
    to: 'atelier-lambert@127.0.0.1',
    subject,
    text: 'Voici le plan, côté cour.',
    attachments: [{ filename: 'plan.pdf', content: plan, contentType: 'application/pdf' }],
  })
  const conversationId = await vi.waitFor(
    async () => {
      const row = (await conversations(request)).find((one) => one.subject === subject)
      expect(row).toBeDefined()
      return row!.id
    },
    { timeout: 30_000 },
  )
  return { plan, conversationId, subject }
}

async function conversations(request: APIRequestContext) {
  return ((await (await request.get(`${here}/inbox/conversations`)).json()) as ListPage).rows
}

/** A file of which no byte is like the next, so that nothing makes it smaller. */
export async function sendFile(request: APIRequestContext, business: string, megabytes: number): Promise<void> {
  const data = randomBytes(megabytes * 2 ** 20)
  const answer = await request.put(`${business}/files?name=plan.pdf`, {
    data,
    headers: { 'content-type': 'application/pdf' },
  })
  expect(answer.status()).toBe(201)
}

/** Notes on a conversation, one after the other, until told to stop; answers how many were acknowledged. */
export function keepNoting(request: APIRequestContext, business: string, conversationId: string) {
  let noted = 0
  let stopping = false
  const noting = (async () => {
    while (!stopping) {
      const data = { commandId: makeId(), noteId: makeId(), body: `Note ${noted}` }
      const answer = await request.post(`${business}/inbox/conversations/${conversationId}/notes`, { data })
      expect(answer.status()).toBe(201)
      noted++
    }
  })()
  return {
    noted: () => noted,
    async stop() {
      stopping = true
      await noting
    },
  }
}
