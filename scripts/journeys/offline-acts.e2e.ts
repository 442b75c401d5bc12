import type { ConversationRow, ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { checkScreen } from './check-screen.ts'
import { conversation, list, openRow, timeline } from './inbox.ts'
import { keptOnPhone } from './kept-on-phone.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent } = await openExample({
  joelle: 'Joëlle Lambert',
  vincent: { name: 'Vincent Claes', serviceWorkers: 'allow' },
})
const api = '/api/w/maison-lambert/inbox'
let rows: ConversationRow[]

beforeAll(async () => {
  const page = await vincent.context.request.get(`${api}/conversations?view=unassigned`)
  rows = ((await page.json()) as ListPage).rows
})

const rowOf = (page: Page, one: ConversationRow) => list(page).locator(`#row-${one.id}`)

async function stateOf({ id }: ConversationRow) {
  const answer = await joelle.context.request.get(`${api}/conversations/${id}`)
  return (await answer.json()) as OpenedConversation
}

test('without a network Vincent archives, gives, and sets a reminder: it is shown as done, also once the tab was closed', async () => {
  const { page, context } = vincent
  const [archived, given, reminded, merged] = rows as [
    ConversationRow,
    ConversationRow,
    ConversationRow,
    ConversationRow,
  ]
  await page.goto('/w/maison-lambert/inbox/unassigned')
  for (const one of [archived, given, reminded, merged]) {
    await openRow(page, rowOf(page, one))
  }
  await keptOnPhone(
    page,
    'workspace',
    'list unassigned',
    ...[archived, given, reminded].map(({ id }) => `conversation ${id}`),
  )
  await context.setOffline(true)
  await page
    .getByText(/Hors connexion/)
    .first()
    .waitFor()

  await rowOf(page, merged).focus()
  for (const one of [archived, merged]) {
    await openRow(page, rowOf(page, one))
    await conversation(page).getByRole('button', { name: 'Archiver' }).click()
    await rowOf(page, one).waitFor({ state: 'detached' })
  }
  const told = page.getByText('Conversation archivée. Hors connexion : ce sera fait au retour du réseau.')
  await told.first().waitFor()
  await checkScreen(page, 'offline-archived', { width: 1440, scheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await openRow(page, rowOf(page, given))
  await conversation(page).getByRole('button', { name: 'Confier à…' }).click()
  await page.getByRole('menuitemradio', { name: /Vincent/ }).click()
  await rowOf(page, given).waitFor({ state: 'detached' })
  await conversation(page).getByText('confiée à vous').waitFor()
  await openRow(page, rowOf(page, reminded))
  await conversation(page).getByRole('button', { name: 'Me rappeler…' }).click()
  await page.getByRole('button', { name: /Demain matin/ }).click()
  await rowOf(page, reminded).getByRole('img', { name: 'Rappel' }).waitFor()

  await page.close()
  vincent.page = await context.newPage()
  await vincent.page.goto('/w/maison-lambert/inbox/unassigned')
  await rowOf(vincent.page, reminded).getByRole('img', { name: 'Rappel' }).waitFor()
  for (const one of [archived, given, merged]) expect(await rowOf(vincent.page, one).count()).toBe(0)
  expect((await stateOf(archived)).conversation.state).toBe('open')
})

test('when the network is back it is done, once; what a colleague made impossible meanwhile is told', async () => {
  const { page, context } = vincent
  const [archived, given, reminded, merged] = rows as [
    ConversationRow,
    ConversationRow,
    ConversationRow,
    ConversationRow,
  ]
  const data = { commandId: makeId(), mergedIds: [merged.id] }
  const path = `${api}/conversations/${rows[5]!.id}/merge`
  expect((await joelle.context.request.post(path, { data })).status()).toBe(200)
  const posted: string[] = []
  context.on('request', (one) => {
    if (/\/(archive|assignee|reminders)$/.test(one.url()) && one.method() !== 'GET') posted.push(one.url())
  })
  await context.setOffline(false)
  await page.getByText(`${merged.clientName} : ce que vous aviez demandé n’a pas pu être fait.`).waitFor()
  await checkScreen(page, 'offline-refused', { width: 1440, scheme: 'dark' })
  await expect.poll(async () => (await stateOf(archived)).conversation.state).toBe('archived')
  await expect.poll(async () => (await stateOf(given)).conversation.assigneeId).not.toBeNull()
  await expect.poll(async () => (await stateOf(reminded)).reminders.length).toBe(1)
  expect(posted.filter((url) => url.includes(archived.id))).toHaveLength(1)
  expect(posted).toHaveLength(4)
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kept/outbox'))))
    .toEqual([])
  for (const one of [archived, given]) expect(await rowOf(page, one).count()).toBe(0)
  await rowOf(page, reminded).getByRole('img', { name: 'Rappel' }).waitFor()
  const ordinary = (problem: string) => /ERR_INTERNET_DISCONNECTED| 404 |ERR_NETWORK/.test(problem)
  expect(vincent.problems.filter((one) => !ordinary(one))).toEqual([])
})

test('a letter to somebody outside, and a first message, are there again after the browser was closed', async () => {
  const { context } = vincent
  const path = `/w/maison-lambert/inbox/c/${rows[2]!.id}`
  const letterOf = (page: Page) => page.getByRole('dialog', { name: 'Transférer' })
  const firstOf = (page: Page) => page.getByRole('dialog', { name: 'Nouvelle conversation' })
  await vincent.page.goto(path)
  await timeline(vincent.page).getByRole('article').first().waitFor()
  await vincent.page.keyboard.press('d')
  await letterOf(vincent.page).getByLabel('Objet').fill('À livrer lundi')
  await vincent.page.keyboard.press('Escape')
  await letterOf(vincent.page).waitFor({ state: 'detached' })
  await vincent.page.keyboard.press('c')
  await firstOf(vincent.page).getByLabel('Objet').fill('Vos volets sont là')
  await vincent.page.close()
  vincent.page = await context.newPage()
  await vincent.page.goto(path)
  await timeline(vincent.page).getByRole('article').first().waitFor()
  await vincent.page.keyboard.press('c')
  await firstOf(vincent.page)
    .getByRole('button', { name: /^Vos volets sont là/ })
    .click()
  await expect.poll(() => firstOf(vincent.page).getByLabel('Objet').inputValue()).toBe('Vos volets sont là')
  await vincent.page.keyboard.press('Escape')
  await firstOf(vincent.page).waitFor({ state: 'detached' })
  await vincent.page.keyboard.press('d')
  await expect.poll(() => letterOf(vincent.page).getByLabel('Objet').inputValue()).toBe('À livrer lundi')
})
