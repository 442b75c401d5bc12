import type { LetterPlace } from '@comptoir/contract/unsent-letters'

export function isAt(one: LetterPlace, other: LetterPlace) {
  return keyOf(one) === keyOf(other)
}

export function keyOf({ about, aboutId }: LetterPlace) {
  return `${about} ${aboutId}`
}
