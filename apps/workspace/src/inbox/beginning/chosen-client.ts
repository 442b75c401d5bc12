import type { LetterClient } from '@comptoir/contract/unsent-letters'
import type { LetterWriting } from '../unsent/letter-writing.ts'

/** Somebody was chosen, or nobody any more: they and the address they are written to. */
export function chosenClient(client: LetterClient | null): Pick<LetterWriting, 'client' | 'address'> {
  const address =
    client?.is === 'existing' ? (client.client.email ?? '') : client?.name.includes('@') ? client.name : ''
  return { client: client && named(client), address }
}

/** Who is known by an address only is called by it: `jean.dupont@…` is Jean Dupont until somebody knows better. */
function named(client: LetterClient): LetterClient {
  if (client.is === 'existing' || !client.name.includes('@')) return client
  const words = (client.name.split('@')[0] ?? '').split(/[._-]+/).filter(Boolean)
  return {
    is: 'new',
    name: words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1)).join(' ') || client.name,
  }
}
