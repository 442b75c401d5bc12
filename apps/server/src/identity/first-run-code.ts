import { createHmac, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'
import { Refusal } from '../refusal.ts'

/**
 * What whoever makes the first business must know, when other machines can reach the server: whoever reads the
 * terminal. It follows from the secret key, so every node and every start says the same. Null on loopback.
 */
export function firstRunCode(config: Pick<Config, 'host'>, secretKey: string): string | null {
  if (isLoopback(config.host)) return null
  const bytes = createHmac('sha256', secretKey).update('first run').digest()
  return [...bytes.subarray(0, 8)].map((byte) => signs[byte % signs.length]).join('')
}

export function refuseWrongCode(code: string | null, given: string | undefined): void {
  if (code === null) return
  const typed = (given ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '')
  const right = typed.length === code.length && timingSafeEqual(Buffer.from(typed), Buffer.from(code))
  if (!right) throw new Refusal('not_allowed', 'errors.first_run_code')
}

// 32 signs that nobody takes for another.
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function isLoopback(host: string) {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
