import type { Refused } from '@comptoir/wire/ask'
import type { KeptInTab } from '../../app/kept-in-tab.ts'

export interface KeptWritingParts<Writing extends object, View extends { version: number }> {
  /** What it is before anything is written, and when it was emptied. */
  empty: (before?: Writing) => Writing
  isEmpty: (writing: Writing) => boolean
  writingOf: (view: View) => Writing
  /** Tells what was written apart from what another screen wrote. */
  wordsOf: (writing: Writing) => string
  save: (writing: Writing, version: number) => Promise<View>
  discard: () => Promise<unknown>
  /** What the server has instead, as its refusal says: `null` when there is none any more. */
  otherIn: (refused: Refused) => View | null | undefined
  /** It is gone on the server while it is written here: it is saved as the first. */
  onAnew?: () => void
  /** Whether its writer is in it: another screen's text then waits. */
  isHeld: () => boolean
  /** What the server does not have yet, for a page that is loaded again before it could be saved. */
  unsaved: KeptInTab<Unsaved<Writing>>
}

export interface Unsaved<Writing> {
  writing: Writing
  /** Of what it was written over. */
  version: number
}
