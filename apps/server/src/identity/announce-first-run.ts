import type { Db } from '@comptoir/db/db'
import type { Config } from '../config.ts'
import { hasRealBusiness } from './create-business.ts'
import { firstRunCode } from './first-run-code.ts'

/** Prints the code that the first page asks for, while nobody has made a business yet. */
export async function announceFirstRun(db: Db, config: Config, secretKey: string): Promise<void> {
  const code = firstRunCode(config, secretKey)
  if (code === null || (await hasRealBusiness(db))) return
  process.stdout.write(`Other machines can reach this server: the first business is made with the code ${code}\n`)
}
