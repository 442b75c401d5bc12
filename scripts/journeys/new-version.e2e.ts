import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDeployment, type Deployment } from './deploy-anew.ts'
import { enterAs } from './enter-example.ts'
import { list } from './inbox.ts'
import { keptOnPhone } from './kept-on-phone.ts'
import { openComptoir } from './open-comptoir.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const { comptoir, browser } = await openComptoir({ data: 'example' })
let deployment: Deployment
let vincent: Seat
let next: Set<string>

beforeAll(async () => {
  deployment = await openDeployment(comptoir.url)
  vincent = await takeSeat(browser, deployment.url, { serviceWorkers: 'allow' })
  await enterAs(vincent, 'Vincent Claes')
  await vincent.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
})

afterAll(() => deployment?.close())

/** The parts of the program this page has. */
function partsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => /^\/assets\/.*\.(?:js|css)$/.test(path)),
  )
}

/** As the page itself asks every hour. */
const lookForNew = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))

/** The versions of the program that are on this device, the oldest first. */
const keptVersions = (page: Page) => page.evaluate(() => caches.keys())

const ofNext = (parts: string[]) => parts.filter((path) => next.has(path))

test('a new version landed while nobody looked: whoever comes back has it whole, although the old one is kept here', async () => {
  const joelle = await takeSeat(browser, deployment.url, { serviceWorkers: 'allow' })
  await enterAs(joelle, 'Joëlle Lambert')
  await keptOnPhone(joelle.page, 'workspace')
  await joelle.page.close()
  next = await deployment.deploy('next')
  joelle.page = await joelle.context.newPage()
  await joelle.page.goto('/w/maison-lambert/inbox')
  await list(joelle.page).getByRole('listitem').first().waitFor()
  const parts = await partsOf(joelle.page)
  expect(parts.length).toBeGreaterThan(5)
  expect(ofNext(parts)).toEqual(parts)
  expect(joelle.problems).toEqual([])
  await joelle.context.close()
})

test('a new version lands while Vincent works: his page goes on whole, and is told that another is ready', async () => {
  const { page } = vincent
  const before = await partsOf(page)
  expect(before.length).toBeGreaterThan(5)
  expect(ofNext(before)).toEqual([])
  await lookForNew(page)
  await page.getByText('Une nouvelle version est prête.').waitFor()
  // What was never opened comes from what this device kept: neither the server nor the browser has it any more.
  await (await vincent.context.newCDPSession(page)).send('Network.clearBrowserCache')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('heading', { level: 1, name: 'Réglages' }).waitFor()
  const after = await partsOf(page)
  expect(after.length).toBeGreaterThan(before.length)
  expect(ofNext(after)).toEqual([])
})

test('the next load is the new version, none of the old in it, also without a network', async () => {
  const { page, context } = vincent
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor()
  const parts = await partsOf(page)
  expect(parts.length).toBeGreaterThan(5)
  expect(ofNext(parts)).toEqual(parts)
  await keptOnPhone(page, 'workspace', 'list open')
  await context.setOffline(true)
  await page.reload()
  await list(page).getByRole('listitem').first().waitFor()
  const kept = await partsOf(page)
  expect(ofNext(kept)).toEqual(kept)
  await context.setOffline(false)
  const ordinary = (problem: string) => /ERR_INTERNET_DISCONNECTED/.test(problem)
  expect(vincent.problems.filter((one) => !ordinary(one))).toEqual([])
})

test('the version before is kept for pages that are still open, and goes when another comes after it', async () => {
  const { page } = vincent
  const [first, ...later] = await keptVersions(page)
  expect(later).toEqual(['shell next'])
  await deployment.deploy('last')
  await lookForNew(page)
  await expect.poll(() => keptVersions(page)).not.toContain(first)
  expect(await keptVersions(page)).toEqual(['shell next', 'shell last'])
})
