import type { Counts } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop, receive, reply } from '../inbox/testing/open-shop.ts'
import { eventually } from '../testing/eventually.ts'
import { asPerson } from '../testing/as-person.ts'
import { openSession, seed } from '../testing/people.ts'
import { openScreen, type Screen } from './testing/open-screen.ts'

const names = (screen: Screen) => screen.events.map((event) => event.name)

test('an answer is on the screens of all who may see it, in the same words, and on no other', async () => {
  const shop = await openShop()
  const { test, hugo, sophie, lea, tom, path, workspaceId } = shop
  const other = await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  const [hugos, sophies, leas, toms, annas] = await Promise.all(
    [hugo, sophie, lea, tom, other.people.anna].map((one) => openScreen(test, one)),
  )
  await asPerson(hugo).post(`${path}/replies`, reply())
  await asPerson(hugo).put(`${path}/assignee`, { commandId: makeId(), assigneeId: tom.userId })
  await eventually(() => expect(names(toms!)).toContain('access.granted'))
  await eventually(() => expect(names(leas!)).toContain('access.revoked'))
  await eventually(() => expect(names(sophies!)).toContain('inbox.conversation_assigned'))
  expect(sophies!.events[0]).toEqual(hugos!.events[0])
  expect(sophies!.events[0]).toMatchObject({ name: 'inbox.message_sent', actorId: hugo.userId, workspaceId })
  expect(names(leas!)).not.toContain('inbox.conversation_assigned')
  expect(names(toms!)).not.toContain('inbox.message_sent')
  expect(annas!.events).toEqual([])
  expect(sophies!.events.map((event) => event.seq)).toEqual(
    sophies!.events.map((event) => event.seq).sort((a, b) => a - b),
  )
})

test('the numbers beside the views come by themselves, to each their own', async () => {
  const shop = await openShop()
  const { test, sophie, lea, tom } = shop
  const [sophies, leas, toms] = await Promise.all([sophie, lea, tom].map((one) => openScreen(test, one)))
  await receive(shop)
  await eventually(() => expect(sophies!.counts.at(-1)).toMatchObject({ views: { open: 1, unread: 1 } }))
  await eventually(() => expect(leas!.counts.at(-1)).toMatchObject({ views: { open: 1, unread: 1, mine: 1 } }))
  await eventually(() => expect(toms!.counts.at(-1)).toMatchObject({ views: {} }))
  const { body } = await asPerson(sophie).get<Counts>('/inbox/counts')
  expect(sophies!.counts.at(-1)).toEqual(body)
})

test('who is here and who types is seen by those who may see the conversation, until they leave', async () => {
  const { test, hugo, sophie, lea, tom, conversation } = await openShop()
  const [hugos, sophies, leas, toms] = await Promise.all([hugo, sophie, lea, tom].map((one) => openScreen(test, one)))
  leas!.socket.emit('look', { conversationId: conversation.id, doing: 'reading' })
  hugos!.socket.emit('look', { conversationId: conversation.id, doing: 'replying' })
  toms!.socket.emit('look', { conversationId: conversation.id, doing: 'reading' })
  const both = [
    { conversationId: conversation.id, userId: hugo.userId, doing: 'replying' },
    { conversationId: conversation.id, userId: lea.userId, doing: 'reading' },
  ]
  const sorted = (screen: Screen) => screen.presence.at(-1)?.toSorted((a, b) => (a.doing < b.doing ? 1 : -1))
  await eventually(() => expect(sorted(sophies!)).toEqual(both))
  await eventually(() => expect(sorted(leas!)).toEqual(both))
  expect(toms!.presence.flat()).toEqual([])
  hugos!.socket.disconnect()
  await eventually(() => expect(sorted(sophies!)).toEqual([both[1]]))
})

test('a session that is ended loses its screen at once, and another of the same person keeps it', async () => {
  const { test, shop, hugo } = await openShop()
  const phone = await openSession(test, shop.slug, hugo.userId)
  const [ended, kept] = await Promise.all([openScreen(test, hugo), openScreen(test, phone)])
  test.server.sockets.closeSessions([hugo.sessionId])
  await eventually(() => expect([ended!.wasSignedOut, ended!.socket.connected]).toEqual([true, false]))
  expect([kept!.wasSignedOut, kept!.socket.connected]).toEqual([false, true])
})

test('nobody comes in without a session, to another business, or from another site', async () => {
  const { test, hugo } = await openShop()
  const other = await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  await expect(openScreen(test, { slug: hugo.slug, cookie: 'comptoir_session=faux' })).rejects.toThrow('not_signed_in')
  await expect(openScreen(test, { slug: other.slug, cookie: hugo.cookie })).rejects.toThrow('not_signed_in')
  await expect(openScreen(test, hugo, 'https://ailleurs.example')).rejects.toThrow('websocket error')
  expect((await openScreen(test, hugo)).socket.connected).toBe(true)
})

test('what a screen sends that is nonsense changes nothing', async () => {
  const { test, sophie, hugo } = await openShop()
  const [hugos, sophies] = await Promise.all([openScreen(test, hugo), openScreen(test, sophie)])
  for (const wrong of [null, 'ici', { conversationId: 'un' }, { conversationId: makeId(), doing: 'dormir' }]) {
    hugos.socket.emit('look', wrong as never)
  }
  hugos.socket.emit('look', { conversationId: makeId(), doing: 'reading' })
  await asPerson(hugo).get('/inbox/counts')
  expect(hugos.socket.connected).toBe(true)
  expect(sophies.presence.flat()).toEqual([])
})
