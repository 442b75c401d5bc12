import type { About } from '@comptoir/contract/forwarding'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'

/** A letter to somebody outside that is to be written: one for each thing it is about. */
export interface LetterWish {
  conversationId: string
  about: About
}

export function placeOf({ conversationId, about }: LetterWish): LetterPlace {
  return { about: about.is, aboutId: about.is === 'conversation' ? conversationId : about.messageId }
}

/** The name under which it stood on a device, when nobody else had it. */
export function formerNameOf({ conversationId, about }: LetterWish): string {
  return `letter ${conversationId} ${about.is === 'conversation' ? '' : about.messageId} ${about.is}`
}
