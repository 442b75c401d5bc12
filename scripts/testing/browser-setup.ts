import type { TestProject } from 'vitest/node'
import { type Chromium, findChromium } from './find-chromium.ts'

/** Finds the browser once for all files, for it may have to be brought first. */
export default async function setUpBrowser(project: TestProject): Promise<void> {
  project.provide('chromium', await findChromium())
}

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium
  }
}
