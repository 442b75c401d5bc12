import type { Db } from '@comptoir/db/db'
import type { Installation } from '@comptoir/contract/identity'
import type { Config } from '../config.ts'
import { hasRealBusiness } from './create-business.ts'
import type { ExampleBusiness } from './example-business.ts'
import { firstRunCode } from './first-run-code.ts'

/** What the very first page shows: whether anybody is here, and how to begin. */
export async function installationOf(
  db: Db,
  config: Config,
  secretKey: string,
  example: ExampleBusiness,
): Promise<Installation> {
  const [real, exampleState] = await Promise.all([hasRealBusiness(db), example.state()])
  return {
    state: real ? 'ready' : 'first-run',
    signUp: config.signUp,
    codeNeeded: !real && firstRunCode(config, secretKey) !== null,
    ...exampleState,
  }
}
