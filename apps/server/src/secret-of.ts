import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, type Config } from './config.ts'
import { holdsBusiness } from './holds-business.ts'

type Kept = Pick<Config, 'secretKey' | 'dataDir'>

/**
 * The key that signs and encrypts, made where nobody has a business yet. Beside one it would open nothing of what was
 * sealed, and lock out the server that has the right one: throws `ConfigError`.
 */
export async function secretOf(config: Kept, ownerUrl: string): Promise<string> {
  if (!hasSecret(config) && !(await holdsBusiness(ownerUrl))) return makeSecret(config.dataDir)
  return keptSecret(config)
}

/** The key that was given, or that of the data folder. Throws `ConfigError` where there is none. */
export function keptSecret(config: Kept): string {
  if (!hasSecret(config))
    throw new ConfigError(
      `The key of Comptoir is not in ${config.dataDir}: COMPTOIR_DATA names the folder of the data, or SECRET_KEY is the key.`,
    )
  return config.secretKey ?? readFileSync(join(config.dataDir, 'secret'), 'utf8').trim()
}

/** Makes a key where there is none, for this account's eyes only. */
export function makeSecret(dataDir: string): string {
  const secretKey = randomBytes(32).toString('base64url')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'secret'), `${secretKey}\n`, { mode: 0o600, flag: 'wx' })
  return secretKey
}

function hasSecret({ secretKey, dataDir }: Kept): boolean {
  return secretKey !== undefined || existsSync(join(dataDir, 'secret'))
}
