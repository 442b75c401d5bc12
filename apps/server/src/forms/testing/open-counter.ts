import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { ChangeFormInput, FormField, FormSlice } from '@comptoir/contract/forms'
import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import { asPerson } from '../../testing/as-person.ts'
import { openTestServer, type TestServerOptions } from '../../testing/open-test-server.ts'
import { seed, type Person } from '../../testing/people.ts'
import { openPage, sealPage } from '../page-token.ts'
import { readPage } from './read-page.ts'

/** What somebody fills in who leaves nothing out. */
export const nadia = { name: 'Nadia Peeters', email: 'nadia@exemple.example', message: 'Un gâteau pour samedi ?' }

export type Counter = Awaited<ReturnType<typeof openCounter>>

/** Sophie's shop, whose form is open; `ask` gives its fields besides the message. */
export async function openCounter(change: Partial<ChangeFormInput> = {}, options: TestServerOptions = {}) {
  const test = await openTestServer(options)
  const shop = await seed(test, { people: { sophie: 'owner', lea: 'member', tom: 'delegate' } })
  const { sophie } = shop.people
  if (change.state !== 'off') await changeForm(sophie, change)
  return { ...shop, test, ...shop.people, form: await formOf(sophie) }
}

export async function formOf(person: Person) {
  const { body } = await asPerson(person).get<FormSlice>('/forms')
  return body.form
}

/** Changes the form on top of what it is. */
export async function changeForm(person: Person, change: Partial<ChangeFormInput>) {
  const answer = await asPerson(person).put('/forms', {
    commandId: makeId(),
    ...(await formOf(person)),
    state: 'on',
    ...change,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/** A field as Sophie makes one. */
export function field(kind: FormField['kind'], given: object = {}): FormField {
  return { id: makeId(), kind, label: '', need: 'optional', ...given } as FormField
}

/** A visitor opens the form, and a minute later has filled it in. Answers go by the kind of the field, or its label. */
export async function visit(counter: Counter, { query = '', headers = {} } = {}) {
  const { test, slug, sophie } = counter
  const { fields } = await formOf(sophie)
  const path = `/form/${slug}${query}`
  const shown = await test.api.request(path, { headers })
  const page = readPage(await shown.text())
  return {
    shown,
    page,
    fields,
    token: aged(counter, page.token),
    /** Sends the answers, by the kind or the label of their field. */
    async send(
      answers: Record<string, string | string[]>,
      extra: { files?: File[]; also?: Record<string, string> } = {},
    ) {
      const body = new FormData()
      body.set('page', this.token)
      body.set('trap', '')
      for (const [name, value] of Object.entries(answers)) {
        const found = fields.find((one) => one.label === name || one.kind === name)
        for (const one of [value].flat()) body.append(found?.id ?? name, one)
      }
      for (const [name, value] of Object.entries(extra.also ?? {})) body.set(name, value)
      for (const file of extra.files ?? []) body.append('files', file)
      const answer = await test.api.request(path, { method: 'POST', headers: { ...own, ...headers }, body })
      return { status: answer.status, to: answer.headers.get('location'), page: readPage(await answer.text()) }
    },
  }
}

const own = { host: 'localhost:3000', origin: 'http://localhost:3000' }

/** The open conversations, newest first, each opened. */
export async function conversations(person: Person): Promise<OpenedConversation[]> {
  const { body } = await asPerson(person).get<ListPage>('/inbox/conversations?view=open')
  return Promise.all(
    body.rows.map(
      async ({ id }) => (await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${id}`)).body,
    ),
  )
}

/** What stands in the first message of a conversation. */
export function textOf({ items }: OpenedConversation): string {
  const [first] = items
  return first?.is === 'message' ? first.text : ''
}

/** The page as if it had been shown that long ago. */
export function aged({ test, workspaceId }: Pick<Counter, 'test' | 'workspaceId'>, token: string, seconds = 60) {
  const { secretKey } = test.server
  const page = openPage(secretKey, workspaceId, token)!
  return sealPage(secretKey, workspaceId, { ...page, shownAt: Date.now() - seconds * 1000 })
}
