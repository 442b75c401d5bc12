import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { sanitizeMailHtml } from '../../messaging/sanitize-mail-html.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { openShop, receive, reply } from '../testing/open-shop.ts'

async function print(person: Person, path: string, query = '') {
  const { status, body, headers } = await asPerson(person).get<string>(`${path}/print${query}`)
  return { status, html: body, policy: headers.get('content-security-policy') ?? '' }
}

test('Sophie prints what was said with Marc, whole and in order, and nothing that was said inside', async () => {
  const shop = await openShop()
  const { sophie, path } = shop
  const html = sanitizeMailHtml('<p onclick="x()">Un <b>devis</b><script>x()</script></p>', () => null).html
  await receive(shop, { bodyHtml: html, bodyText: 'Un devis' })
  await asPerson(sophie).post(`${path}/replies`, reply({ bodyHtml: '<p>Le voici</p>', baseSeq: 9 }))
  await asPerson(sophie).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'Mauvais payeur' })
  await receive(shop, { bodyText: 'Je livre lundi', beside: { aboutId: null }, authorName: 'Gilson' })
  const { status, html: page, policy } = await print(sophie, path)
  expect(status).toBe(200)
  expect(page).toMatch(/<h1>[\s\S]*Marc[\s\S]*Un <b>devis<\/b>[\s\S]*Le voici/)
  expect(page).not.toMatch(/script|onclick|payeur|Gilson/)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-same-origin allow-modals;')
  const inside = await print(sophie, path, '?inside=shown')
  expect(inside.html).toMatch(/Mauvais payeur[\s\S]*Gilson/)
})

test('what happened is printed with what was said, in its place; of what one is reminded only for the team', async () => {
  const shop = await openShop()
  const { sophie, path } = shop
  await receive(shop, { bodyText: 'Un devis ?' })
  const dueAt = new Date(Date.now() + 86_400_000).toISOString()
  const wish = { dueAt, note: 'Vérifier son compte', ownerId: null, condition: 'always' }
  await asPerson(sophie).put(`${path}/assignee`, { commandId: makeId(), assigneeId: sophie.userId })
  await asPerson(sophie).post(`${path}/reminders`, { commandId: makeId(), reminderId: makeId(), ...wish })
  await asPerson(sophie).post(`${path}/archive`, { commandId: makeId() })
  await receive(shop, { bodyText: 'Alors ?' })
  const { html } = await print(sophie, path)
  expect(html).toMatch(
    /Un devis[\s\S]*a pris la conversation[\s\S]*a posé un rappel pour[\s\S]*a archivé la conversation[\s\S]*Alors/,
  )
  expect(html).toContain('Rouverte par un nouveau message')
  expect(html).not.toContain('Vérifier son compte')
  expect((await print(sophie, path, '?inside=shown')).html).toContain('Vérifier son compte')
})

test('one message alone is printed, and nothing of a conversation one does not see', async () => {
  const shop = await openShop()
  const { sophie, tom, path } = shop
  const messageId = makeId()
  await receive(shop, { messageId, bodyText: 'Seul celui-ci' })
  await receive(shop, { bodyText: 'Pas celui-là' })
  const { html } = await print(sophie, path, `?messageId=${messageId}`)
  expect(html).toContain('Seul celui-ci')
  expect(html).not.toContain('Pas celui-là')
  expect((await print(sophie, path, `?messageId=${makeId()}`)).status).toBe(404)
  expect((await print(tom, path)).status).toBe(404)
})
