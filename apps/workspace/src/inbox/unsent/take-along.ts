import { makeId } from '@comptoir/rules/uuid'
import { Refused } from '@comptoir/wire/ask'
import type { LiveLetters } from '../../live/live-letters.ts'
import { sendCommand } from '../../live/send-command.ts'
import { isAt } from './letter-place.ts'
import { inputOfLetter, type LeftLetter } from './letter-writing.ts'

const brought = new WeakSet<object>()

/** Brings to the server what a tab left on this device before it could be saved; what is being written saves itself. */
export async function takeAlong(letters: Pick<LiveLetters, 'api' | 'left'>): Promise<void> {
  if (brought.has(letters)) return
  brought.add(letters)
  const { left } = letters
  const known = left.all()
  for (const one of known) {
    const now = left.all().find((other) => isAt(other, one))
    // Another tab goes on with what is no longer as it was.
    if (!left.isOpen(one) && JSON.stringify(now) === JSON.stringify(one)) await bring(letters, one)
  }
}

async function bring(letters: Pick<LiveLetters, 'api' | 'left'>, letter: LeftLetter): Promise<void> {
  const { api, left } = letters
  const { about, aboutId, version, writing } = letter
  try {
    await sendCommand(() => api.save({ about, aboutId }, inputOfLetter(writing, version)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Whoever opens it chooses between it and what another screen wrote; what may not be saved stays here.
    if (error.code !== 'conflict' || error.body.details?.['letter'] !== null || version === 0) return
    // What it was written over was sent or thrown away: it is the first of another.
    const anew = { ...letter, aboutId: about === 'beginning' ? makeId() : aboutId, version: 0 }
    left.forget(letter)
    left.keep(anew)
    return bring(letters, anew)
  }
  const now = left.all().find((one) => isAt(one, letter))
  if (JSON.stringify(now) === JSON.stringify(letter)) left.forget(letter)
}
