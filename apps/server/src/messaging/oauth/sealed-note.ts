import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { keyFor, openSecret, sealSecret } from '../../seal-secret.ts'

const common = {
  workspaceId: id,
  userId: id,
  address: v.string(),
  with: v.picklist(['google', 'microsoft']),
  /** Milliseconds since 1970. */
  until: v.number(),
}

/** What must be known again when somebody comes back from the page of their provider. */
const going = v.object({ ...common, verifier: v.string() })
/** What was allowed there, until a mailbox is made of it. */
const consent = v.object({ ...common, refreshToken: v.string() })

export type Going = v.InferOutput<typeof going>
export type Consent = v.InferOutput<typeof consent>

/** Notes that a browser carries for us and cannot read. */
export const sealGoing = (note: Going, secretKey: string) => seal(note, 'oauth-going', secretKey)
export const sealConsent = (note: Consent, secretKey: string) => seal(note, 'oauth-consent', secretKey)

/** Null when it is not ours, was altered, or is too old. */
export const openGoing = (sealed: string, secretKey: string) => open(going, sealed, 'oauth-going', secretKey)
export const openConsent = (sealed: string, secretKey: string) => open(consent, sealed, 'oauth-consent', secretKey)

function seal(note: object, purpose: string, secretKey: string): string {
  return sealSecret(JSON.stringify(note), keyFor(purpose, secretKey))
}

function open<Note extends Going | Consent>(
  schema: v.GenericSchema<unknown, Note>,
  sealed: string,
  purpose: string,
  secretKey: string,
): Note | null {
  const plain = openSecret(sealed, keyFor(purpose, secretKey))
  if (plain === null) return null
  const note = v.parse(schema, JSON.parse(plain))
  return note.until > Date.now() ? note : null
}
