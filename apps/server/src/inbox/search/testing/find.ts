import type { SearchAnswer } from '@comptoir/contract/search'
import { expect } from 'vitest'
import { asPerson } from '../../../testing/as-person.ts'
import { addClient, addConversation } from '../../../testing/conversations.ts'
import type { Person } from '../../../testing/people.ts'
import type { Shop } from '../../testing/open-shop.ts'

/** What somebody is answered who searches for these words. */
export async function search(person: Person, words: string, after?: string): Promise<SearchAnswer> {
  const query = new URLSearchParams({ words, ...(after && { after }) })
  const { status, body } = await asPerson(person).get<SearchAnswer>(`/inbox/search?${query}`)
  expect(status).toBe(200)
  return body
}

/** Who answers: clients by name, conversations by client and what was found. */
export async function found(person: Person, words: string) {
  const { clients, hits } = await search(person, words)
  return [
    ...clients.map(({ name }) => name),
    ...hits.map((hit) => `${hit.conversation.clientName}: ${hit.found.excerpt}`),
  ]
}

/** Somebody new writes. */
export async function write(shop: Shop, name: string, subject: string, texts: string[]) {
  const client = await addClient(shop.test, shop.shop, name)
  return { client, ...(await addConversation(shop.test, shop.shop, { client, subject, texts })) }
}
