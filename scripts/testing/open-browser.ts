import type { Browser } from 'playwright-core'
import { inject } from 'vitest'
import { launchChromium } from './launch-chromium.ts'

/** A Chromium without a window, for one test file to close. */
export function openBrowser(): Promise<Browser> {
  return launchChromium(inject('chromium'))
}
