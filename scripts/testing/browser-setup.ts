import type { TestProject } from 'vitest/node'
import { buildApps } from '../start/build-apps.ts'
import { type Chromium, findChromium } from './find-chromium.ts'

/** Builds what the browser will open, and finds the browser once for all files, for it may have to be brought first. */
export default async function setUpBrowser(project: TestProject): Promise<void> {
  await buildApps()
  project.provide('chromium', await findChromium())
}

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium
  }
}
