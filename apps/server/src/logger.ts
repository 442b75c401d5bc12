import pino from 'pino'
import type { Config } from './config.ts'

/** Logs say what happened, never who: addresses, bodies, passwords and tokens are not logged. */
export function openLogger(level: Config['logLevel']) {
  return pino(
    { level, base: undefined, redact: ['req.headers.cookie', 'err.parameters', 'err.detail', 'err.where'] },
    pino.destination(2),
  )
}
