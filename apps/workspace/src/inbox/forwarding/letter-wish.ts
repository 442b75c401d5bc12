import type { About, LetterTaken } from '@comptoir/contract/forwarding'

/** A letter to somebody outside that is to be written, or that was taken back to be written on. */
export type LetterWish = { is: 'new'; conversationId: string; about: About } | { is: 'taken'; letter: LetterTaken }

/** What it is about: one letter for each thing. */
export function aboutOf(wish: LetterWish): { conversationId: string; about: About } {
  return wish.is === 'new' ? wish : wish.letter
}

/** The name under which it is kept on this device. */
export function nameOf(wish: LetterWish): string {
  const { conversationId, about } = aboutOf(wish)
  return `letter ${conversationId} ${about.is === 'conversation' ? '' : about.messageId} ${about.is}`
}
