import type { Me } from '@comptoir/contract/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkScreen, type Look, looks } from './check-screen.ts'
import { list } from './inbox.ts'
import { openComptoir } from './open-comptoir.ts'
import { inside, opened, outside, type Place } from './places.ts'
import { prepareScreens } from './prepare-screens.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const looksIn = { fr: looks, nl: looks.slice(0, 1), en: looks.slice(0, 1) }

const { comptoir, browser, prepared } = await openComptoir({ data: 'example' }, async ({ comptoir: running }) => ({
  prepared: await prepareScreens(running),
}))

describe.each(['fr', 'nl', 'en'] as const)('in %s', (locale) => {
  let stranger: Seat
  let joelle: Seat
  beforeAll(async () => {
    const spoken = { locale: `${locale}-BE` }
    stranger = await takeSeat(browser, comptoir.url, spoken)
    joelle = await takeSeat(browser, comptoir.url, spoken)
    await joelle.context.request.post('/api/example/sign-in', { data: { userId: prepared.ownerId } })
    const kept = await joelle.context.request.put('/api/account', { data: { name: 'Joëlle Lambert', locale } })
    expect(kept.status()).toBe(200)
  })
  afterAll(() => Promise.all([stranger, joelle].map((seat) => seat.context.close())))

  test.each(outside(prepared.invitation))('whoever is not in yet finds their way on: $name', async (place) => {
    await lookAt(stranger, place, looksIn[locale], locale)
  })

  test.each(inside(prepared))('Joëlle finds her way on: $name', async (place) => {
    await lookAt(joelle, place, looksIn[locale], locale)
  })
})

test.each(opened(prepared.conversationId))('Joëlle opens and understands: $name', async (place) => {
  const joelle = await takeSeat(browser, comptoir.url)
  await joelle.context.request.post('/api/example/sign-in', { data: { userId: prepared.ownerId } })
  await joelle.context.request.put('/api/account', { data: { name: 'Joëlle Lambert', locale: 'fr' } })
  for (const look of looks) await lookAt(joelle, place, [look], 'fr')
  await joelle.context.close()
})

test('one click on his name, and Vincent is in the example business', async () => {
  const vincent = await takeSeat(browser, comptoir.url)
  await vincent.page.goto('/')
  const people = vincent.page.getByRole('list', { name: 'Entrer comme' })
  await people.getByRole('button', { name: 'Vincent Claes' }).click()
  await list(vincent.page).getByRole('listitem').first().waitFor()
  const me = (await (await vincent.context.request.get('/api/me')).json()) as Me
  expect(me.name).toBe('Vincent Claes')
  await vincent.context.close()
})

async function lookAt({ page, problems }: Seat, { name, path, arrive }: Place, inLooks: Look[], locale: string) {
  await page.setViewportSize({ width: inLooks[0]!.width, height: 900 })
  await page.goto(path)
  await arrive(page)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale)
  for (const look of inLooks) await checkScreen(page, `${name}-${locale}`, look)
  expect(problems.splice(0)).toEqual([])
}
