import type { FormSlice } from '@comptoir/contract/forms'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { conversations, field, formOf, openCounter, visit, type Counter } from './testing/open-counter.ts'
import { readPage } from './testing/read-page.ts'

test('Sophie opens her form, and every screen of the team shows it without asking', async () => {
  const counter = await openCounter({ state: 'off' })
  const { test, sophie, lea, tom } = counter
  expect((await test.api.request(`/form/${counter.slug}`)).status).toBe(404)
  const fields = [field('email'), field('choice', { label: 'Pain', options: ['Seigle', 'Épeautre'] }), field('message')]
  for (const person of [sophie, lea, tom])
    expect(await expectLive(test, person, {}, () => change(counter, { fields }))).toMatchObject({ status: 200 })
  const { body } = await asPerson(lea).get<FormSlice>('/forms')
  expect(body.form).toMatchObject({ state: 'on', fields, version: 3 })
  expect((await test.api.request(`/form/${counter.slug}`)).status).toBe(200)
})

test('what was kept meanwhile is not written over', async () => {
  const counter = await openCounter()
  const seen = await formOf(counter.sophie)
  await change(counter, { title: 'Bonjour' })
  const input = { commandId: makeId(), ...seen, title: 'Salut' }
  const refused = await asPerson(counter.sophie).put('/forms', input)
  expect(refused).toBeRefused('conflict', 'errors.form_changed')
  expect(refused.body).toMatchObject({ details: { form: { title: 'Bonjour' } } })
  const first = await asPerson(counter.sophie).put('/forms', { ...input, version: 0 })
  expect(first).toBeRefused('conflict', 'errors.form_changed')
})

test('a member reads the form and does not change it, a delegate has nothing to do with it', async () => {
  const counter = await openCounter()
  const { lea, tom } = counter
  const input = { commandId: makeId(), ...(await formOf(lea)) }
  expect(await asPerson(lea).put('/forms', input)).toBeRefused('not_allowed')
  expect(await asPerson(tom).get('/forms')).toBeRefused('not_allowed')
})

test.each([
  ['no message', [field('email')], 'fields', 'invalid.message_field'],
  ['nothing to answer to', [field('name'), field('message')], 'fields', 'invalid.reachable'],
  ['an e-mail twice', [field('email'), field('email'), field('message')], 'fields', 'invalid.field_twice'],
  ['a question without words', [field('email'), field('line'), field('message')], 'fields.1.label', 'invalid.empty'],
  [
    'one answer to choose from',
    [field('email'), field('choice', { label: 'Pain', options: ['Seigle'] }), field('message')],
    'fields.1.options',
    'invalid.options',
  ],
] as const)('a form with %s is refused', async (_, fields, at, key) => {
  const counter = await openCounter()
  const { sophie } = counter
  const input = { commandId: makeId(), ...(await formOf(sophie)), fields }
  const refused = await asPerson(sophie).put('/forms', input)
  expect(refused).toBeRefused('invalid')
  expect(refused.body).toMatchObject({ details: { fields: { [at]: key } } })
})

test('a mailbox of another business is not found', async () => {
  const counter = await openCounter()
  const other = await openCounter()
  expect(await change(counter, { mailboxId: other.mailbox.id })).toBeRefused('not_found', 'errors.mailbox_missing')
})

test('the preview is the page its visitors would see, and nothing can be sent from it', async () => {
  const counter = await openCounter()
  const { sophie } = counter
  const {
    commandId: _,
    mailboxId: __,
    state: ___,
    version: ____,
    ...content
  } = { commandId: '', ...(await formOf(sophie)) }
  const { body } = await asPerson(sophie).post<{ page: string }>('/forms/preview', {
    ...content,
    title: 'Un <pain> ?',
    theme: 'dark',
  })
  expect(body.page).toContain('<h1>Un &lt;pain&gt; ?</h1>')
  expect(body.page).toContain('data-theme="dark"')
  const answers = { name: 'Nadia', email: 'nadia@exemple.example', message: 'Bonjour' }
  const page = await visit(counter)
  const { token } = page
  page.token = readPage(body.page).token
  expect((await page.send(answers)).status).toBe(409)
  expect(await conversations(sophie)).toEqual([])
  page.token = token
  expect((await page.send(answers)).status).toBe(303)
})

async function change({ sophie }: Counter, given: object) {
  const input = { commandId: makeId(), ...(await formOf(sophie)), state: 'on', ...given }
  return asPerson(sophie).put('/forms', input)
}
