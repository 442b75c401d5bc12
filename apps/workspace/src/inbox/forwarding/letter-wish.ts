import type { About, LetterTaken } from '@comptoir/contract/forwarding'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'

/** A letter to somebody outside that is to be written, or that was taken back to be written on. */
export type LetterWish = { is: 'new'; conversationId: string; about: About } | { is: 'taken'; letter: LetterTaken }

/** What it is about: one letter for each thing. */
export function aboutOf(wish: LetterWish): { conversationId: string; about: About } {
  return wish.is === 'new' ? wish : wish.letter
}

export function placeOf(wish: LetterWish): LetterPlace {
  const { conversationId, about } = aboutOf(wish)
  return { about: about.is, aboutId: about.is === 'conversation' ? conversationId : about.messageId }
}

/** The name under which it stood on a device, when nobody else had it. */
export function formerNameOf(wish: LetterWish): string {
  const { conversationId, about } = aboutOf(wish)
  return `letter ${conversationId} ${about.is === 'conversation' ? '' : about.messageId} ${about.is}`
}
