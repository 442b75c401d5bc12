// `npm start`: builds what changed, opens the database, serves, and stops cleanly however it is asked to.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { startComptoir } from './start/start-comptoir.ts'
import { sentenceOf } from './start/sentence-of.ts'
import { onEndAsked } from './start/on-end-asked.ts'
import { makeStopList } from './start/stop-list.ts'

// Halves the time the program takes to load, from its second start on.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'comptoir'))

const stops = makeStopList()
const starting = startComptoir(process.argv.slice(2), stops)

onEndAsked(async () => {
  stops.refuseMore()
  await starting.catch(() => undefined)
  await end(0)
})

starting.catch(async (error) => {
  if (stops.refusing) return
  // What has no sentence is a mistake of ours, and its stack is what helps.
  console.error(sentenceOf(error) ?? error)
  await end(1)
})

async function end(code: number): Promise<void> {
  await stops.run()
  process.exit(code)
}
