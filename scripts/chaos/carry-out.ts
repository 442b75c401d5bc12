import type { ClientSlice } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import type { Counter } from './counter.ts'
import { openedBy, type Person } from './person.ts'
import type { Try } from './plan.ts'
import { requestOf } from './requests.ts'

/** Does one thing until it is acknowledged. Answers the words that must then be found once, where it says any. */
export async function carryOut(counter: Counter, one: Try): Promise<string | null> {
  const person = counter.people[one.who % counter.people.length]!
  const place = counter.places[one.where % counter.places.length]!
  if (one.kind === 'mail') return writeMail(counter)
  if (one.kind === 'draft') return keepDraft(person, place.conversationId)
  if (one.kind === 'client') return noteOnClient(person, place.clientId)
  const request = requestOf(counter, one)
  if (!request) throw new Error(`nobody knows how to ${one.kind}`)
  const { method, path, body, says } = request
  const asked = Array.from({ length: one.twice ? 2 : 1 }, () =>
    untilAnswered(() => request.person.send(method, path, body)),
  )
  for (const { status } of await Promise.all(asked)) expect(status, `${one.kind} ${path}`).toBeOneOf([200, 201])
  return says
}

/** A mail program tries again until the server took the mail, always with the same bytes. */
async function writeMail({ mailPort, mailAddress }: Counter): Promise<string> {
  const id = makeId()
  const claire = openMailProgram({ name: 'Claire Hubert', address: `${id}@exemple.example` }, mailPort)
  const mail = {
    to: mailAddress,
    subject: 'Une question',
    text: `Courrier ${id}`,
    messageId: `<${id}@exemple.example>`,
    date: new Date(),
  }
  await untilDone(() => claire.write(mail))
  return `Courrier ${id}`
}

/** Two of one's screens may have written: the later one is told, and nothing is lost. */
async function keepDraft(person: Person, conversationId: string): Promise<null> {
  const { draft, conversation } = await untilDone(() => openedBy(person, conversationId))
  const body = {
    kind: 'reply',
    bodyHtml: `<p>Brouillon ${makeId()}</p>`,
    fileIds: [],
    baseSeq: conversation.lastSeq,
    version: draft?.version ?? 0,
  }
  const { status } = await untilAnswered(() => person.send('PUT', `/inbox/conversations/${conversationId}/draft`, body))
  expect(status, 'draft').toBeOneOf([200, 409])
  return null
}

async function noteOnClient(person: Person, clientId: string): Promise<null> {
  const { client } = await untilDone(() => person.get<ClientSlice>(`/clients/${clientId}`))
  const body = { commandId: makeId(), field: 'company', value: `Fiche ${makeId()}`, was: client.company }
  const { status } = await untilAnswered(() => person.send('PUT', `/clients/${clientId}/fields`, body))
  expect(status, 'client').toBeOneOf([200, 409])
  return null
}

/** A server that is down, or on its way up, is asked again with the very same command. */
function untilAnswered<Answer extends { status: number }>(ask: () => Promise<Answer>): Promise<Answer> {
  return untilDone(async () => {
    const answer = await ask()
    if (answer.status === 503) throw new Error('on its way up')
    return answer
  })
}

async function untilDone<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (const givenUpAt = Date.now() + 60_000; ;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > givenUpAt) throw error
    }
    await new Promise((again) => setTimeout(again, 100))
  }
}
