import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

declare global {
  interface Window {
    axe: typeof import('axe-core')
  }
}

export interface Look {
  width: 1440 | 390
  scheme: 'light' | 'dark'
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks at a page as it is: nothing stands in anybody's way, sticks out, or was left untranslated. */
export async function checkScreen(page: Page, name: string, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
  await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate(() => document.fonts.ready)
  const what = `${name}-${width}-${scheme}`
  await keepPicture(page, what)
  expect(await overflow(page), `${what} is as wide as its window`).toEqual([])
  expect(await keysShown(page), `${what} is translated`).toEqual([])
  expect(await violations(page), `${what} is open to everybody`).toEqual([])
}

async function keepPicture(page: Page, name: string) {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** What is wider than the window, from the inside out. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide && document.body.scrollWidth <= wide) return []
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > wide + 1)
    return [`${document.documentElement.scrollWidth} of ${wide}`, ...out.slice(-5).map((one) => one.className.toString())]
  })
}

/** Sentences nobody wrote show their key. */
function keysShown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'data-tooltip', 'alt']
    const elements = [...document.querySelectorAll('body *')]
    const attributes = elements.flatMap((one) => spoken.map((name) => one.getAttribute(name) ?? ''))
    const nouns = 'clients|common|demo|errors|identity|inbox|invalid|messaging|settings|shell'
    const key = new RegExp(`(?<![\\w@.-])(?:${nouns})\\.[a-z_]+(?:\\.[a-z_]+)*(?![\\w@-])`, 'g')
    return [document.title, document.body.innerText, ...attributes].join('\n').match(key) ?? []
  })
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(async (values): Promise<AxeResults['violations']> => {
    const options = { runOnly: { type: 'tag' as const, values }, resultTypes: ['violations' as const], iframes: false }
    return (await window.axe.run(document, { ...options, rules: { 'target-size': { enabled: true } } })).violations
  }, tags)
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`))
}
