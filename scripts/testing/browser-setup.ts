import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildApps } from '../start/build-apps.ts'
import { type Chromium, findChromium } from './find-chromium.ts'
import { prepareData, type PreparedData } from './prepare-data.ts'
import { removeData } from './remove-data.ts'
import { clusterFolder } from './sweep-clusters.ts'

/** What all files share: the built apps, a browser, which may have to be brought first, and the data they begin from. */
export default async function setUpBrowser(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), clusterFolder(process.pid, `${project.name}-prepared`))
  mkdirSync(folder)
  async function remove() {
    for (const name of ['nothing', 'example']) await removeData(join(folder, name))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const [, chromium, preparedData] = await Promise.all([buildApps(), findChromium(), prepareData(folder)])
    project.provide('chromium', chromium)
    project.provide('preparedData', preparedData)
  } catch (error) {
    await remove()
    throw error
  }
  return remove
}

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium
    preparedData: PreparedData
  }
}
