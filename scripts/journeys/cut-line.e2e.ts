import type { ListPage } from '@comptoir/contract/inbox'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openLine, type Line } from '../testing/open-line.ts'
import { enterAs, signInAs } from './enter-example.ts'
import { composer, replyBox, row, write } from './inbox.ts'
import { openExample } from './open-example.ts'
import { seen } from './seen.ts'
import { takeSeat, type Seat } from './take-seat.ts'
import { twentyChanges } from './twenty-changes.ts'

const { comptoir, browser, joelle } = await openExample({ joelle: 'Joëlle Lambert' })
let line: Line
let vincent: Seat
let conversationId: string
let subject: string
/** Of a conversation in which nothing happens. */
let others: string
let cutUntil: number

beforeAll(async () => {
  line = await openLine(comptoir.url)
  vincent = await takeSeat(browser, line.url)
  await enterAs(vincent, 'Vincent Claes')
  const page = await vincent.context.request.get('/api/w/maison-lambert/inbox/conversations?view=open')
  const { rows } = (await page.json()) as ListPage
  ;({ id: conversationId, subject } = rows[2]!)
  others = rows[9]!.subject
})

afterAll(() => line?.close())

test('Vincent’s screen says that the line is cut, and keeps what he types', async () => {
  const { page } = vincent
  await row(page, subject).click()
  await write(page, 'Bonjour, je regarde ')
  await composer(page).getByText('Brouillon enregistré').waitFor()
  line.cut()
  cutUntil = Date.now() + 30_000
  await page.keyboard.type('votre dossier')
  await composer(page).getByText('Brouillon gardé ici, en attente de connexion').waitFor()
  await page.getByText('Connexion perdue, nouvelle tentative').waitFor()
})

test('a draft whose saving was never answered is still hers', async () => {
  const { page } = joelle
  await row(page, others).click()
  await write(page, 'Bonjour, à jeudi.')
  await composer(page).getByText('Brouillon enregistré').waitFor()
  let lost = 0
  await page.route('**/draft', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await write(page, ' Merci')
  await composer(page).getByText('en attente de connexion').waitFor()
  await page.keyboard.type(' beaucoup.')
  await composer(page).getByText('Brouillon enregistré').waitFor()
  expect(await composer(page).getByText('modifié sur un autre de vos écrans').count()).toBe(0)
  expect(await replyBox(page).innerText()).toMatch(/à jeudi. Merci beaucoup\.$/)
})

test('a browser that knows it has no network says so, until it has one again', async () => {
  const { page, context } = joelle
  await context.setOffline(true)
  await page.getByText('Hors connexion').waitFor()
  await context.setOffline(false)
  await page.getByText('Hors connexion').waitFor({ state: 'detached' })
  await page.getByText('En ligne', { exact: true }).waitFor()
})

test('after thirty seconds and twenty changes, it shows what a fresh one shows', async () => {
  const { page } = vincent
  await twentyChanges(joelle, conversationId)
  await page.keyboard.type(' cette semaine.')
  // As long as nobody waits for an answer any more; what is Joëlle's alone was looked at meanwhile.
  await new Promise((over) => setTimeout(over, cutUntil - Date.now()))
  line.mend()
  await page.getByText('Connexion perdue, nouvelle tentative').waitFor({ state: 'detached' })
  const fresh = await takeSeat(browser, comptoir.url)
  await signInAs(fresh, 'Vincent Claes')
  await fresh.page.goto(new URL(page.url()).pathname)
  await replyBox(fresh.page).waitFor()
  await vi.waitFor(async () => expect(await seen(page)).toEqual(await seen(fresh.page)), 15_000)
})

test('nothing is there twice, and nothing is missing', async () => {
  const { messages, rows } = await seen(vincent.page)
  for (let n = 1; n <= 6; n++) expect(messages.filter((text) => text.includes(`Changement ${n}.`))).toHaveLength(1)
  expect(new Set(rows).size).toBe(rows.length)
  expect(rows.some((text) => text.includes('Claire Hubert'))).toBe(true)
})

test('what Vincent typed before and during the cut is there, and kept', async () => {
  const { page } = vincent
  const text = 'Bonjour, je regarde votre dossier cette semaine.'
  expect(await replyBox(page).innerText()).toBe(text)
  await composer(page).getByText('Brouillon enregistré').waitFor()
  await page.reload()
  await expect.poll(() => composer(page).getByRole('textbox').inputValue()).toBe(text)
})
