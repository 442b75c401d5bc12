import * as v from 'valibot'
import { email } from './base.ts'

/** Somebody as the header of a mail names them. */
export interface Correspondent {
  address: string
  name: string
}

/** Who wrote a message, where they want the answer, and to whom it went; `bcc` knows our side alone. */
export interface Addressee extends Correspondent {
  role: 'from' | 'reply-to' | 'to' | 'cc' | 'bcc'
}

/** To whom a message of ours goes. */
export interface Recipients {
  to: Correspondent[]
  cc: Correspondent[]
  bcc: Correspondent[]
}

/** To whom an answer goes: to whoever wrote, or to everybody who was in it. */
export interface Answers {
  reply: Recipients
  all: Recipients
}

const mostRecipients = 50
const correspondents = v.pipe(
  v.array(v.object({ address: email, name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), '') })),
  v.maxLength(mostRecipients, 'invalid.too_many_recipients'),
)
export const recipientsInput = v.object({ to: correspondents, cc: correspondents, bcc: correspondents })
