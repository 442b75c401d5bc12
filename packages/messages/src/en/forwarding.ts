import type { forwarding as fr } from '../fr/forwarding.ts'
import type { SameWords } from '../words.ts'

export const forwarding: SameWords<typeof fr> = {
  title: 'Forward',
  answer_title: 'Answer somebody outside',
  not_client: 'The client does not get this message, nor see it. Answers come into this conversation.',
  send: 'Forward',
  originals: { one: 'Forwarded message', other: '{n} forwarded messages' },
  before: { one: 'and {n} earlier message', other: 'and {n} earlier messages' },
}
