import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'

/** Waits until the program and these parts of what was open are on the device. */
export async function keptOnPhone(page: Page, ...names: string[]): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((controlled) => navigator.serviceWorker.addEventListener('controllerchange', controlled))
  })
  await vi.waitFor(async () => expect(await keptNames(page)).toEqual(expect.arrayContaining(names)), 20_000)
}

/** What the device keeps of what was open, by name. */
export function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((known) => {
        const opening = indexedDB.open('comptoir')
        // Nothing was kept yet: it is for the program to make it.
        opening.addEventListener('upgradeneeded', () => opening.transaction!.abort())
        opening.addEventListener('error', () => known([]))
        opening.addEventListener('success', () => {
          const asked = opening.result.transaction('slices').objectStore('slices').getAllKeys()
          asked.addEventListener('success', () => {
            opening.result.close()
            known((asked.result as [string, string][]).map(([, name]) => name))
          })
        })
      }),
  )
}
