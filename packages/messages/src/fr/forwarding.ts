import type { Words } from '../words.ts'

/** The dialog in which something is passed on to somebody outside. */
export const forwarding = {
  title: 'Transférer',
  answer_title: 'Répondre à un tiers',
  not_client: 'Le client ne reçoit pas ce message et ne le voit pas. Les réponses arrivent dans cette conversation.',
  send: 'Transférer',
  originals: { one: 'Message transféré', other: '{n} messages transférés' },
  before: { one: 'et {n} message plus ancien', other: 'et {n} messages plus anciens' },
} satisfies Words
