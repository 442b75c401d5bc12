import { type Browser, chromium } from 'playwright-core'
import type { Chromium } from './find-chromium.ts'

/** A Chromium without a window. */
export function launchChromium({ path, env }: Chromium): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    // Without a language of UTF-8 it cannot name a file with an accent.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    // Root has no sandbox to run in, and containers have a /dev/shm too small for a page.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  })
}
