import type { DraftView } from '@comptoir/contract/composer'
import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { openShop, receive, reply, type Shop } from './open-shop.ts'

/** Sophie's shop, where what is sent waits half a minute. */
export async function openThinkingShop() {
  const shop = await openShop()
  const given = { commandId: makeId(), undoSeconds: 30 }
  expect((await asPerson(shop.sophie).put('/settings/workspace/undo-send', given)).status).toBe(200)
  await receive(shop)
  return shop
}

/** Hugo answers Marc. */
export async function send({ hugo, path }: Shop, bodyHtml = '<p>Bonjour Marc</p>', fileIds: string[] = []) {
  const given = reply({ bodyHtml, fileIds, conflict: 'anyway' })
  expect((await asPerson(hugo).post(`${path}/replies`, given)).status).toBe(201)
  return given.messageId
}

export function takeBack(person: Person, messageId: string, commandId = makeId()) {
  return asPerson(person).post<{ draft: DraftView }>(`/inbox/messages/${messageId}/take-back`, { commandId })
}
