/** Why a request was refused, in the one shape every error for people has. */
export interface RefusalBody {
  code: RefusalCode
  /** Key of the sentence in the catalogue `errors`. */
  message: string
  /** Values of the sentence, or what the screen needs to go on (unseen messages of a conflict). */
  details?: Record<string, unknown>
  /** Of a bug: what the person can quote. */
  reference?: string
}

export type RefusalCode =
  | 'invalid'
  | 'not_signed_in'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'unavailable'
  | 'broken'
