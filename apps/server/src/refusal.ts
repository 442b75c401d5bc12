import type { RefusalBody, RefusalCode } from '@comptoir/contract/refusal'

/** The one error for people: becomes a JSON shape and a translated sentence. Anything else is a bug. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly key: string
  readonly details: Record<string, unknown> | undefined

  /** `key` names the sentence in the catalogue of errors; `details` are its values or what a screen needs. */
  constructor(code: RefusalCode, key: string, details?: Record<string, unknown>) {
    super(`${code}: ${key}`)
    this.code = code
    this.key = key
    this.details = details
  }

  get status() {
    return statusOf[this.code]
  }

  body(): RefusalBody {
    return { code: this.code, message: this.key, ...(this.details && { details: this.details }) }
  }
}

const statusOf = {
  invalid: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  broken: 500,
} as const satisfies Record<RefusalCode, number>
