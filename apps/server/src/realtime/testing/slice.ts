import type { StaffEvent } from '@comptoir/contract/events'
import type { RefusalBody } from '@comptoir/contract/refusal'
import type { Answer } from '../../testing/as-person.ts'

/** Something a screen holds: how it is read, how it follows facts, and what must be equal to a fresh reading. */
export interface Slice<State> {
  name: string
  /** Null when it is not this person's to see. */
  read: () => Promise<State | null>
  /** Where a screen holds only a part: all there is. */
  whole?: () => Promise<State | null>
  /** Null when it has to be left; `stale` when it has to be read again, as the screens do. */
  apply(state: State, event: StaffEvent): State | null | 'stale'
  /** What must be equal: the part that both hold. */
  pair(held: State, fresh: State): [held: unknown, fresh: unknown]
}

/** The body of an answer, or null when the thing does not exist for whoever asks. */
export function bodyOrNull<Body>({ status, body }: Answer<Body>): Body | null {
  if (status < 300) return body
  const { code } = body as RefusalBody
  if (code === 'not_found' || code === 'not_allowed') return null
  throw new Error(`unexpected ${status} ${JSON.stringify(body)}`)
}
