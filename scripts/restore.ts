// `npm run restore -- FILE`: brings a backup into an installation that is still empty.
import { sentenceOf } from './start/sentence-of.ts'
import { loadEnvFile } from './start/load-env-file.ts'
import { restore } from './backup/restore.ts'

try {
  loadEnvFile()
  await restore(process.argv.slice(2), process.env)
} catch (error) {
  console.error(sentenceOf(error) ?? error)
  process.exitCode = 1
}
