import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** A Chromium without a window, for one test file to close. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = inject('chromium')
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    // Root has no sandbox to run in, and containers have a /dev/shm too small for a page.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  })
}
