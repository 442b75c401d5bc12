import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, type Look } from './check-screen.ts'
import { inside, opened, outside, type Place } from './places.ts'
import { prepareScreens } from './prepare-screens.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const everyLook: Look[] = [1440, 390].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme }) as Look))
const looksIn = { fr: everyLook, nl: everyLook.slice(0, 1), en: everyLook.slice(0, 1) }

const nothing = { conversationId: '', clientId: '', deliveryId: '', mailId: '', spamId: '', invitedId: '' }

let comptoir: RunningComptoir
let browser: Browser
let stranger: Seat
let joelle: Seat
let prepared: Awaited<ReturnType<typeof prepareScreens>>

beforeAll(async () => {
  ;[comptoir, browser] = await Promise.all([runComptoir({ flags: ['--demo'] }), openBrowser()])
  prepared = await prepareScreens(comptoir)
})

afterAll(async () => {
  await browser?.close()
  await comptoir?.stop()
})

describe.each(['fr', 'nl', 'en'] as const)('in %s', (locale) => {
  beforeAll(async () => {
    const spoken = { locale: `${locale}-BE` }
    ;[stranger, joelle] = await Promise.all([
      takeSeat(browser, comptoir.url, spoken),
      takeSeat(browser, comptoir.url, spoken),
    ])
    await joelle.context.request.post('/api/example/sign-in', { data: { userId: prepared.ownerId } })
    const kept = await joelle.context.request.put('/api/account', { data: { name: 'Joëlle Lambert', locale } })
    expect(kept.status()).toBe(200)
  })
  afterAll(() => Promise.all([stranger, joelle].map((seat) => seat.context.close())))

  test.each(outside('').map((place) => place.name))('whoever is not in yet finds their way on: %s', async (name) => {
    await visit(stranger, outside(prepared.invitation), name)
  })

  test.each(inside(nothing).map((place) => place.name))('Joëlle finds her way on: %s', async (name) => {
    await visit(joelle, inside(prepared), name)
  })

  async function visit(seat: Seat, places: Place[], name: string) {
    await lookAt(
      seat,
      places.find((one) => one.name === name)!,
      looksIn[locale],
      locale,
    )
  }
})

test.each(opened('').map((place) => place.name))('Joëlle opens and understands: %s', async (name) => {
  const place = opened(prepared.conversationId).find((one) => one.name === name)!
  joelle = await takeSeat(browser, comptoir.url)
  await joelle.context.request.post('/api/example/sign-in', { data: { userId: prepared.ownerId } })
  await joelle.context.request.put('/api/account', { data: { name: 'Joëlle Lambert', locale: 'fr' } })
  for (const look of [everyLook[0]!, everyLook[3]!]) await lookAt(joelle, place, [look], 'fr')
  await joelle.context.close()
})

async function lookAt({ page, problems }: Seat, { name, path, arrive }: Place, looks: Look[], locale: string) {
  await page.setViewportSize({ width: looks[0]!.width, height: 900 })
  await page.goto(path)
  await arrive(page)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale)
  for (const look of looks) await checkScreen(page, `${name}-${locale}`, look)
  expect(problems.splice(0)).toEqual([])
}
