import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

declare global {
  interface Window {
    axe: typeof axe
  }
}

export interface Look {
  width: 1440 | 390
  scheme: 'light' | 'dark'
}

/** Each width and each scheme once; every pair of them where pictures are kept to be looked at. */
export const looks: Look[] = process.env.SCREENSHOTS
  ? [...looksAt(1440), ...looksAt(390)]
  : [looksAt(1440)[0]!, looksAt(390)[1]!]

/** For what is there at one width alone. */
export function looksAt(width: Look['width']): Look[] {
  return [
    { width, scheme: 'light' },
    { width, scheme: 'dark' },
  ]
}

const axeProgram = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks at a page in each look, and gives it back as wide and as light as it was. */
export async function checkScreens(page: Page, name: string, inLooks = looks): Promise<void> {
  const size = page.viewportSize()!
  const scheme = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  for (const look of inLooks) await checkScreen(page, name, look)
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: scheme })
  // What is only there on a wide screen is there again before somebody reaches for it.
  await settled(page, scheme)
}

/** Looks at a page as it is: nothing stands in anybody's way, sticks out, or was left untranslated. */
export async function checkScreen(page: Page, name: string, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
  await page.emulateMedia({ colorScheme: scheme })
  await settled(page, scheme)
  const what = `${name}-${width}-${scheme}`
  await keepPicture(page, what)
  expect(await overflow(page), `${what} is as wide as its window`).toEqual([])
  expect(await keysShown(page), `${what} is translated`).toEqual([])
  expect(await violations(page), `${what} is open to everybody`).toEqual([])
}

/** Its letters are there, and no colour is on its way to another. */
async function settled(page: Page, scheme: string) {
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, scheme)
  await page.evaluate(async () => {
    await document.fonts.ready
    const isEnding = (one: Animation) => Number.isFinite(one.effect?.getComputedTiming().endTime)
    // What inherits a colour begins to change only when its parent has.
    for (let still = 0; still < 3; still++) {
      await new Promise(requestAnimationFrame)
      const ending = document.getAnimations().filter(isEnding)
      if (ending.length > 0) still = -1
      await Promise.allSettled(ending.map((one) => one.finished))
    }
  })
}

async function keepPicture(page: Page, name: string) {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** What sticks out of the window, or can be pushed sideways; a text that ends in … may be as long as it likes. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const isCut = (one: Element | null): boolean => {
      if (!one) return false
      const { textOverflow, clipPath } = getComputedStyle(one)
      return textOverflow === 'ellipsis' || clipPath !== 'none' || isCut(one.parentElement)
    }
    const slides = (one: Element) =>
      /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1
    const sticksOut = (one: Element) => one.getBoundingClientRect().right > wide + 1 && !isCut(one)
    const all = [document.documentElement, ...document.querySelectorAll('body, body *')]
    return all
      .filter((one) => slides(one) || sticksOut(one))
      .map((one) => `${one.tagName} ${one.getAttribute('class')}`)
  })
}

/** Sentences nobody wrote show their key. */
function keysShown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'data-tooltip', 'alt']
    const elements = [...document.querySelectorAll('body *')]
    const attributes = elements.flatMap((one) => spoken.map((name) => one.getAttribute(name) ?? ''))
    const nouns =
      'card|client_fields|clients|common|demo|errors|forms|forwarding|identity|inbox|invalid|keyboard|mailboxes|merging|messaging|notices|original|reminders|search|notice_settings|settings|shell|signatures|templates|viewing'
    const key = new RegExp(`(?<![\\w@.-])(?:${nouns})\\.[a-z_]+(?:\\.[a-z_]+)*(?![\\w@-])`, 'g')
    return [document.title, document.body.innerText, ...attributes].join('\n').match(key) ?? []
  })
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeProgram)
  const found = await page.evaluate(async (values): Promise<AxeResults['violations']> => {
    const options = { runOnly: { type: 'tag' as const, values }, resultTypes: ['violations' as const], iframes: false }
    return (await window.axe.run(document, { ...options, rules: { 'target-size': { enabled: true } } })).violations
  }, tags)
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  )
}
