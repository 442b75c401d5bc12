import type { ConversationRow, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import type { Person } from '../../testing/people.ts'
import { openShop } from './open-shop.ts'

export const command = () => ({ commandId: makeId() })

/** A second conversation of Marc, of nobody. */
export async function openTwo() {
  const shop = await openShop()
  const other = await addConversation(shop.test, shop.shop, { client: shop.marc, subject: 'Et la facture ?' })
  return { ...shop, other }
}

export function merge(person: Person, intoId: string, mergedIds: string[]) {
  return asPerson(person).post<{ conversation: ConversationRow; mergingIds: string[] }>(
    `/inbox/conversations/${intoId}/merge`,
    { ...command(), mergedIds },
  )
}

export function undoMerging(person: Person, intoId: string, mergingIds: string[]) {
  return asPerson(person).post(`/inbox/conversations/${intoId}/undo-merging`, { ...command(), mergingIds })
}

export const wordsOf = ({ items }: OpenedConversation) =>
  items.map((item) => (item.is === 'entry' ? item.kind : item.text))
