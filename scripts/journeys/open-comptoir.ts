import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir, type RunOptions } from '../testing/running-comptoir.ts'

export interface Opened {
  comptoir: RunningComptoir
  browser: Browser
}

/**
 * A Comptoir and a browser for one file of journeys, both gone after it; `enter` brings in its people. What else a file
 * opens it opens in `beforeAll`, for what fails here is closed by nobody else.
 */
export async function openComptoir<People extends object>(
  options: RunOptions,
  enter: (opened: Opened) => Promise<People> = async () => ({}) as People,
): Promise<Opened & People> {
  const [running, launched] = [runComptoir(options), openBrowser()]
  const close = async () => {
    await launched.then((browser) => browser.close(), neverOpened)
    await running.then((comptoir) => comptoir.stop(), neverOpened)
  }
  try {
    const [comptoir, browser] = await Promise.all([running, launched])
    const people = await enter({ comptoir, browser })
    afterAll(close)
    return { comptoir, browser, ...people }
  } catch (error) {
    await close()
    throw error
  }
}

const neverOpened = () => undefined
