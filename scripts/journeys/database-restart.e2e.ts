import type { ListPage } from '@comptoir/contract/inbox'
import { beforeAll, expect, test, vi } from 'vitest'
import { stopDatabase } from '../testing/stop-database.ts'
import { signInAs } from './enter-example.ts'
import { composer, replyBox, row, said, timeline, write } from './inbox.ts'
import { openExample } from './open-example.ts'
import { keepNoting, type Noting } from './keep-noting.ts'
import { seen } from './seen.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const { comptoir, browser, joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })

let noting: Noting[]
let startDatabase: () => Promise<unknown>

beforeAll(async () => {
  const page = await vincent.context.request.get('/api/w/maison-lambert/inbox/conversations?view=open')
  const { rows } = (await page.json()) as ListPage
  await row(vincent.page, rows[0]!.subject).click()
  await timeline(vincent.page).waitFor()
  noting = [keepNoting(joelle, rows[0]!.id, 'Un'), keepNoting(joelle, rows[0]!.id, 'Deux')]
})

test('while the database is away Vincent is told so, and goes on writing', async () => {
  const { page } = vincent
  await said(page, 'Un, note 5.').waitFor()
  await write(page, 'Bonjour, ')
  startDatabase = await stopDatabase(comptoir.dataDir)
  await page.keyboard.type('le bois est arrivé.')
  await composer(page).getByText('Brouillon gardé ici, en attente de connexion').waitFor()
  await page.getByText('Connexion perdue, nouvelle tentative').waitFor()
  const ready = await fetch(`${comptoir.url}/health/ready`)
  expect(ready.status).toBe(503)
})

test('once it is back the server goes on by itself, and so does his screen', async () => {
  const { page } = vincent
  const before = noting.map((one) => one.acknowledged())
  await startDatabase()
  await expect.poll(() => noting.every((one, i) => one.acknowledged() > before[i]! + 5), { timeout: 30_000 }).toBe(true)
  await page.getByText('Connexion perdue, nouvelle tentative').waitFor({ state: 'detached' })
  await composer(page).getByText('Brouillon enregistré').waitFor()
  expect(await replyBox(page).innerText()).toBe('Bonjour, le bois est arrivé.')
  await expect.poll(async () => (await fetch(`${comptoir.url}/health/ready`)).status).toBe(200)
})

test('every note that was acknowledged is on his screen once, as on a fresh one', async () => {
  const { page } = vincent
  const acknowledged = (await Promise.all(noting.map((one) => one.stop()))).flat()
  const fresh = await takeSeat(browser, comptoir.url)
  await signInAs(fresh, 'Vincent Claes')
  await fresh.page.goto(new URL(page.url()).pathname)
  await replyBox(fresh.page).waitFor()
  const lately = async (seat: Seat) => (await seen(seat.page)).messages.slice(-20)
  await vi.waitFor(async () => expect(await lately(vincent)).toEqual(await lately(fresh)), 15_000)
  const { messages } = await seen(page)
  const times = acknowledged.map((words) => messages.filter((text) => text.includes(words)).length)
  expect(new Set(times)).toEqual(new Set([1]))
})

test('Vincent sends what he wrote, although so much was noted meanwhile', async () => {
  await replyBox(vincent.page).press('Control+Enter')
  await composer(vincent.page).getByRole('button', { name: 'Envoyer quand même' }).click()
  await said(vincent.page, 'le bois est arrivé').getByText('Envoyé', { exact: true }).waitFor()
  expect(vincent.problems.filter((problem) => !/ (409|503) /.test(problem))).toEqual([])
})
