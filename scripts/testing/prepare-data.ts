import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { homeFolder } from '@comptoir/db/embedded/home'
import { changeData } from './change-data.ts'
import { comptoirProcess } from './comptoir-process.ts'
import { copyData } from './copy-data.ts'

/** Data folders of a Comptoir that was stopped, for each journey to begin from a copy of one. */
export interface PreparedData {
  /** As it is before anybody made a business. */
  nothing: string
  /** With the example business. */
  example: string
}

/** Makes both in `folder`. To make a database and to fill the example each takes longer than to copy its files. */
export async function prepareData(folder: string): Promise<PreparedData> {
  const [nothing, example] = [join(folder, 'nothing'), join(folder, 'example')]
  for (const one of [nothing, example]) mkdirSync(one)
  await runOnce(nothing, [])
  // What is thrown away an hour later need not survive a power cut.
  appendFileSync(join(homeFolder(join(nothing, 'postgres')), 'data', 'postgresql.conf'), '\nfsync = off\n')
  copyData(nothing, example)
  await runOnce(example, ['--demo'])
  return { nothing, example }
}

async function runOnce(dataDir: string, flags: string[]) {
  const comptoir = await comptoirProcess(dataDir, { flags: ['--skip-build', ...flags] })
  try {
    await comptoir.start()
    await settled(dataDir)
  } finally {
    await comptoir.end('SIGTERM')
  }
}

/** Answers once all was sent and can be found, so that no copy has to do so again. */
async function settled(dataDir: string) {
  const underWay = `
    select from delivery where state in ('queued', 'claimed', 'sending')
    union all
    select from search_queue`
  for (let look = 0; look < 300; look++) {
    if ((await changeData({ dataDir }, underWay)) === 0) return
    await new Promise((again) => setTimeout(again, 100))
  }
  throw new Error('The example business is still being sent.')
}
