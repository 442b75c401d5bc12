import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, type Look } from './check-screen.ts'
import { inside, outside } from './places.ts'
import { prepareScreens } from './prepare-screens.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const everyLook: Look[] = [1440, 390].flatMap((width) =>
  ['light', 'dark'].map((scheme) => ({ width, scheme }) as Look),
)
const looksIn = { fr: everyLook, nl: everyLook.slice(0, 1), en: everyLook.slice(0, 1) }

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

  test.each(inside('', '', '').map((place) => place.name))('Joëlle finds her way on: %s', async (name) => {
    const { conversationId, deliveryId, mailId } = prepared
    await visit(joelle, inside(conversationId, deliveryId, mailId), name)
  })

  async function visit(seat: Seat, places: ReturnType<typeof outside>, name: string) {
    const place = places.find((one) => one.name === name)!
    await seat.page.setViewportSize({ width: 1440, height: 900 })
    await seat.page.goto(place.path)
    await place.arrive(seat.page)
    expect(await seat.page.evaluate(() => document.documentElement.lang)).toBe(locale)
    for (const look of looksIn[locale]) await checkScreen(seat.page, `${name}-${locale}`, look)
    expect(seat.problems.splice(0)).toEqual([])
  }
})
