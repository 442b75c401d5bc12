import type { CDPSession, Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { checkScreen, checkScreens, looksAt } from './check-screen.ts'
import { composer, conversation, list, replyBox, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'
import { phone } from './take-seat.ts'

const { vincent } = await openExample({
  vincent: { name: 'Vincent Claes', ...phone, reducedMotion: 'no-preference' },
})

let finger: CDPSession

beforeAll(async () => {
  finger = await vincent.context.newCDPSession(vincent.page)
})

// A finger that scrolled leaves a list that goes on by itself.
beforeEach(async () => {
  const { page } = vincent
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('listitem').first().waitFor()
  // What follows a finger comes once the page rests.
  await page.waitForFunction(() => document.querySelector('[data-touched]') !== null)
})

const rowAt = (page: Page, place: number) => list(page).getByRole('listitem').nth(place)
const nameOf = (row: Locator) => row.locator('.conversation-row-name').innerText()

async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
}

/** Draws a row sideways, as a thumb does; `lift` lets it go. */
async function draw(row: Locator, byX: number, lift: 'lift' | 'stay' = 'lift', fromX?: number) {
  const box = (await row.boundingBox())!
  const [x, y] = [fromX ?? box.x + box.width / 2, box.y + box.height / 2]
  await touch('touchStart', x, y)
  for (let step = 1; step <= 8; step++) await touch('touchMove', x + (byX * step) / 8, y + step / 4)
  if (lift === 'lift') await touch('touchEnd')
}

test('a row drawn to the right is archived, and comes back with one press', async () => {
  const { page } = vincent
  const name = await nameOf(rowAt(page, 1))
  const before = await list(page).getByRole('listitem').count()
  await draw(rowAt(page, 1), 150, 'stay')
  await page.locator('.row-under[data-state=enough]').getByText('Archiver').waitFor()
  await checkScreens(page, 'phone-archiving', looksAt(390))
  await touch('touchEnd')
  await page.getByText('Conversation archivée.').waitFor()
  await expect.poll(() => nameOf(rowAt(page, 1))).not.toBe(name)
  await checkScreen(page, 'phone-archived', { width: 390, scheme: 'light' })
  await page.getByRole('button', { name: 'Annuler' }).tap()
  await expect.poll(() => nameOf(rowAt(page, 1))).toBe(name)
  expect(await list(page).getByRole('listitem').count()).toBe(before)
})

test('a row let go too early, drawn from the edge of the screen or moved up and down stays where it is', async () => {
  const { page } = vincent
  const name = await nameOf(rowAt(page, 1))
  await draw(rowAt(page, 1), 60)
  await page.locator('.row-under').waitFor({ state: 'detached' })
  // There the browser goes back.
  await draw(rowAt(page, 1), 200, 'stay', 8)
  expect(await page.locator('.row-under').count()).toBe(0)
  await touch('touchEnd')
  expect(await nameOf(rowAt(page, 1))).toBe(name)
  const box = (await rowAt(page, 4).boundingBox())!
  await touch('touchStart', 200, box.y)
  for (let step = 1; step <= 8; step++) await touch('touchMove', 200 + step * 3, box.y - step * 25)
  expect(await page.locator('.row-under').count()).toBe(0)
  await touch('touchEnd')
  await expect.poll(() => page.locator('.rows-scroll').evaluate((one) => one.scrollTop)).toBeGreaterThan(50)
  expect(page.url()).toMatch(/\/inbox$/)
})

test('a row drawn to the left asks when to be reminded, in a sheet', async () => {
  const { page } = vincent
  await draw(rowAt(page, 2), -150)
  const sheet = page.getByRole('dialog', { name: 'Me rappeler…' })
  await sheet.getByRole('button', { name: /Demain matin/ }).waitFor()
  await checkScreens(page, 'phone-remind', looksAt(390))
  await sheet.getByRole('button', { name: /Demain matin/ }).tap()
  await page
    .getByText(/^Rappel/)
    .first()
    .waitFor()
  await rowAt(page, 2).getByRole('img', { name: 'Rappel' }).waitFor()
  await page.getByRole('button', { name: 'Annuler' }).tap()
  await rowAt(page, 2).getByRole('img', { name: 'Rappel' }).waitFor({ state: 'detached' })
})

test('a row that is held is chosen, taps choose others, and all that can be done is large enough for a finger', async () => {
  const { page } = vincent
  const box = (await rowAt(page, 0).boundingBox())!
  await touch('touchStart', 200, box.y + 40)
  const bar = page.getByRole('toolbar', { name: 'Conversations choisies' })
  await bar.waitFor()
  await touch('touchEnd')
  await rowAt(page, 2).getByRole('link').tap()
  await bar.getByText('2 choisies').waitFor()
  expect(page.url()).toMatch(/\/inbox$/)
  await checkScreens(page, 'phone-choosing', looksAt(390))
  const buttons = bar.getByRole('button')
  for (let n = 0; n < (await buttons.count()); n++) {
    const { width, height } = (await buttons.nth(n).boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  }
  await bar.getByRole('button', { name: 'Ne plus rien choisir' }).tap()
  await bar.waitFor({ state: 'detached' })
  await touch('touchStart', 200, box.y + 40)
  await bar.waitFor()
  await touch('touchEnd')
  // A row is not drawn away while some are chosen.
  await draw(rowAt(page, 3), 150, 'stay')
  expect(await page.locator('.row-under').count()).toBe(0)
  await touch('touchEnd')
})

test('a conversation has the whole screen, and the phone’s own back leads to the list', async () => {
  const { page } = vincent
  const name = await nameOf(rowAt(page, 1))
  await rowAt(page, 1).getByRole('link').tap()
  await timeline(page).waitFor()
  expect(await list(page).isVisible()).toBe(false)
  await page.goBack()
  await expect.poll(() => nameOf(rowAt(page, 1))).toBe(name)
  expect(await conversation(page).count()).toBe(0)
})

test('opened from outside, a conversation has the list behind it', async () => {
  const { context } = vincent
  const href = await rowAt(vincent.page, 1).getByRole('link').getAttribute('href')
  const page = await context.newPage()
  await page.goto(href!)
  await timeline(page).waitFor()
  await page.goBack()
  await list(page).getByRole('listitem').first().waitFor()
  await page.close()
})

test('the keyboard of a phone leaves what one writes, and the way to send it, in sight', async () => {
  const { page } = vincent
  await rowAt(page, 1).getByRole('link').tap()
  await replyBox(page).tap()
  await page.keyboard.type('Bonjour')
  // As much as a keyboard leaves.
  await page.setViewportSize({ width: 390, height: 420 })
  for (const one of [replyBox(page), composer(page).getByRole('button', { name: 'Envoyer', exact: true })]) {
    // The plain text gives its place to the rich one meanwhile.
    const isInSight = async () => {
      const box = await one.boundingBox()
      return box !== null && box.y > 0 && box.y + box.height <= 420
    }
    await expect.poll(isInSight).toBe(true)
  }
  expect(vincent.problems).toEqual([])
})
