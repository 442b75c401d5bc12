// `npm run backup -- FILE`: writes all of an installation into one file, whether the server runs or not.
import { sentenceOf } from './start/sentence-of.ts'
import { loadEnvFile } from './start/load-env-file.ts'
import { backUp } from './backup/back-up.ts'

try {
  loadEnvFile()
  await backUp(process.argv.slice(2), process.env)
} catch (error) {
  console.error(sentenceOf(error) ?? error)
  process.exitCode = 1
}
