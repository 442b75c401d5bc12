import type { RefusalBody, RefusalCode } from '@comptoir/contract/refusal'
import { expect } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Answer } from './as-person.ts'

expect.extend({
  /** Of an answer that was read, or of a Refusal that was caught. */
  toBeRefused(received: Answer | Refusal, code: RefusalCode, key?: string) {
    const { status, refusal } = refusalOf(received)
    const pass = refusal?.code === code && (key === undefined || refusal.message === key) && status >= 400
    return {
      pass,
      message: () =>
        `expected ${this.isNot ? 'no ' : ''}refusal ${code}${key ? ` (${key})` : ''}, got ${status} ${JSON.stringify(refusal)}`,
    }
  },
})

function refusalOf(received: Answer | Refusal): { status: number; refusal: RefusalBody | undefined } {
  if (received instanceof Refusal) return { status: received.status, refusal: received.body() }
  return { status: received.status, refusal: received.body as RefusalBody | undefined }
}

declare module 'vitest' {
  interface Matchers<R> {
    toBeRefused(code: RefusalCode, key?: string): R
  }
}
