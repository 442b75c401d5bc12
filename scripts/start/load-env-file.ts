import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Reads the installation's .env, where there is one; what the environment says already stays. */
export function loadEnvFile(): void {
  const path = join(import.meta.dirname, '..', '..', '.env')
  if (existsSync(path)) process.loadEnvFile(path)
}
