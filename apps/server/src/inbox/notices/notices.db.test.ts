import type { NoticesSlice } from '@comptoir/contract/notices'
import type { Counts } from '@comptoir/contract/inbox'
import type { NoteItem } from '@comptoir/contract/timeline'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test, vi } from 'vitest'
import { recountViews } from '../../nightly/recount-views.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { runWork } from '../../realtime/run-command.ts'
import { addConversation } from '../../testing/conversations.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { list, logOf, open, openShop, receive, reply, type Shop } from '../testing/open-shop.ts'
import { noticeFor } from './notice-for.ts'

const command = () => ({ commandId: makeId() })

/** « @Hugo », or « @l'équipe » for nobody by name. */
function noteFor(...people: (Person | null)[]) {
  let body = ''
  const mentions = people.map((person) => {
    const startsAt = body.length
    const name = person ? `@${person.name}` : '@l’équipe'
    body += `${name} `
    return { startsAt, length: name.length, userId: person?.userId ?? null }
  })
  return { ...command(), noteId: makeId(), body: `${body}regardez ceci.`, mentions }
}

async function told(person: Person) {
  const [{ body: slice }, { body: counts }] = await Promise.all([
    asPerson(person).get<NoticesSlice>('/inbox/notices'),
    asPerson(person).get<Counts>('/inbox/counts'),
  ])
  const unseen = slice.notices.filter(({ seenAt }) => seenAt === null)
  expect(counts.notices, 'the bell').toBe(unseen.length)
  return slice.notices.map(({ kind, seenAt }) => (seenAt ? `${kind}, seen` : kind))
}

async function expectNoDrift({ test, workspaceId }: Shop) {
  const error = vi.fn<() => void>()
  await recountViews({ db: test.server.db, log: { error } }, workspaceId)
  expect(error).not.toHaveBeenCalled()
}

test('Sophie names Hugo in a note: it is unread for him, he is told on every screen, and nobody else is', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, lea, path, looking, conversation } = shop
  const note = noteFor(hugo)
  await expectLive(test, hugo, looking, () => asPerson(sophie).post(`${path}/notes`, note))
  expect(await told(hugo)).toEqual(['mention'])
  expect((await list(hugo, 'unread')).rows.map(({ id }) => id)).toContain(conversation.id)
  expect([await told(sophie), await told(lea)]).toEqual([[], []])
  const kept = (await open(lea, conversation.id)).items.find((item) => item.is === 'note') as NoteItem
  expect(kept.mentions).toEqual([{ startsAt: 0, length: '@Hugo'.length, userId: hugo.userId }])
  await expectNoDrift(shop)
})

test('the same note sent twice, naming Hugo by name and with the team, tells him once', async () => {
  const { sophie, hugo, lea, path } = await openShop()
  const note = noteFor(hugo, null, hugo)
  await asPerson(sophie).post(`${path}/notes`, note)
  await asPerson(sophie).post(`${path}/notes`, note)
  expect(await told(hugo)).toEqual(['mention'])
  expect([await told(sophie), await told(lea)]).toEqual([[], []])
})

test('a delegate who may not see the conversation is not told, and one who may is', async () => {
  const { test, sophie, lea, tom, path, looking, workspaceId } = await openShop()
  await expectLive(test, tom, looking, () => asPerson(sophie).post(`${path}/notes`, noteFor(tom, lea)))
  expect([await told(tom), await told(lea)]).toEqual([[], ['mention']])
  expect(await list(tom, 'unread')).toMatchObject({ rows: [] })
  const log = await logOf(test, workspaceId)
  expect(log.flatMap(({ rooms }) => rooms)).toContain(`user:${lea.userId}`)
  expect(log.flatMap(({ rooms }) => rooms)).not.toContain(`user:${tom.userId}`)
})

test('a place in the text that is no mention is refused, and so is somebody who is not of the business', async () => {
  const { sophie, hugo, path } = await openShop()
  const wrong = { ...noteFor(hugo), mentions: [{ startsAt: 1, length: 4, userId: hugo.userId }] }
  expect(await asPerson(sophie).post(`${path}/notes`, wrong)).toBeRefused('invalid')
  const stranger = { ...noteFor(hugo), mentions: [{ startsAt: 0, length: 5, userId: makeId() }] }
  expect(await asPerson(sophie).post(`${path}/notes`, stranger)).toBeRefused('not_found')
})

test('Hugo reads the conversation on one screen: the notice is gone from all of them, but not what came after', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, path, looking, conversation } = shop
  await asPerson(sophie).post(`${path}/notes`, noteFor(hugo))
  const { lastSeq } = (await open(hugo, conversation.id)).conversation
  await asPerson(sophie).post(`${path}/notes`, noteFor(hugo))
  await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/read`, { ...command(), seq: lastSeq }))
  expect(await told(hugo)).toEqual(['mention', 'mention, seen'])
  expect((await open(hugo, conversation.id)).unread).toBe(1)
  await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/read`, { ...command(), seq: lastSeq + 1 }))
  expect(await told(hugo)).toEqual(['mention, seen', 'mention, seen'])
  await expectNoDrift(shop)
})

test('whoever is given a conversation is told, whoever takes one is not; a delegate who loses it knows no more of it', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, lea, tom, path, looking } = shop
  const give = (by: Person, to: Person) => asPerson(by).put(`${path}/assignee`, { ...command(), assigneeId: to.userId })
  await expectLive(test, tom, looking, () => give(sophie, tom))
  expect([await told(tom), await told(lea)]).toEqual([['assigned'], []])
  await expectLive(test, tom, looking, () => give(sophie, hugo))
  expect([await told(tom), await told(hugo)]).toEqual([[], ['assigned']])
  await give(hugo, hugo)
  await give(sophie, sophie)
  expect([await told(hugo), await told(sophie)]).toEqual([['assigned'], []])
  await expectNoDrift(shop)
})

test('Marc answers: whoever answers for him is told, and where nobody does whoever wrote to him last', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, lea, path, looking } = shop
  await expectLive(test, lea, looking, () => receive(shop))
  expect([await told(lea), await told(hugo)]).toEqual([['answered'], []])
  await asPerson(hugo).post(`${path}/replies`, reply({ conflict: 'anyway' }))
  await asPerson(sophie).put(`${path}/assignee`, { ...command(), assigneeId: null })
  await expectLive(test, hugo, looking, () => receive(shop))
  expect([await told(lea), await told(hugo), await told(sophie)]).toEqual([[], ['answered'], []])
  await expectNoDrift(shop)
})

test('three conversations given at once are told once, and their undo takes it back', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, tom, looking } = shop
  const more = await Promise.all(
    [1, 2, 3].map(() => addConversation(test, shop.shop, { client: shop.marc, texts: ['Bonjour'] })),
  )
  const ids = more.map(({ id }) => id)
  const give = (to: Person) => ({
    ...command(),
    act: { is: 'assign', assigneeId: to.userId },
    of: { is: 'these', ids },
  })
  const given = give(hugo)
  await expectLive(test, hugo, looking, () => asPerson(sophie).post('/inbox/bulk', given))
  expect(await told(hugo)).toEqual(['assigned'])
  await expectLive(test, hugo, looking, () => asPerson(sophie).post(`/inbox/bulk/${given.commandId}/undo`, command()))
  expect(await told(hugo)).toEqual(['assigned, seen'])
  await asPerson(sophie).post('/inbox/bulk', give(tom))
  await expectLive(test, tom, looking, () => asPerson(sophie).post('/inbox/bulk', give(hugo)))
  await expectNoDrift(shop)
})

test('what is deleted or read among many is told no more', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, path, looking, conversation } = shop
  const many = (is: string) => ({ ...command(), act: { is }, of: { is: 'these', ids: [conversation.id] } })
  await asPerson(sophie).post(`${path}/notes`, noteFor(hugo))
  await expectLive(test, hugo, looking, () => asPerson(hugo).post('/inbox/bulk', many('read')))
  expect(await told(hugo)).toEqual(['mention, seen'])
  await asPerson(sophie).post(`${path}/notes`, noteFor(hugo))
  await expectLive(test, hugo, looking, () => asPerson(sophie).post('/inbox/bulk', many('delete')))
  await asPerson(sophie).post(`${path}/restore`, command())
  await asPerson(sophie).post(`${path}/notes`, noteFor(hugo))
  await expectLive(test, hugo, looking, () => asPerson(sophie).post(`${path}/delete`, command()))
  expect(await told(hugo)).toEqual(['mention, seen', 'mention, seen', 'mention, seen'])
  await expectNoDrift(shop)
})

test('Hugo marks all as seen; what is somebody else’s stays', async () => {
  const { test, sophie, hugo, lea, path, looking } = await openShop()
  for (const _ of [1, 2, 3]) await asPerson(sophie).post(`${path}/notes`, noteFor(hugo, lea))
  await expectLive(test, hugo, looking, () =>
    asPerson(hugo).post('/inbox/notices/seen', { ...command(), of: { is: 'all' } }),
  )
  expect((await told(hugo)).every((one) => one === 'mention, seen')).toBe(true)
  expect(await told(lea)).toEqual(['mention', 'mention', 'mention'])
})

test('a reminder that falls due twice, after a crash, is told once', async () => {
  const { test, hugo, conversation, workspaceId } = await openShop()
  const cause = { kind: 'reminder', thingId: makeId(), conversationId: conversation.id, userId: hugo.userId } as const
  const fall = () =>
    runWork(test.server.live, { is: 'system', workspaceId, cause: 'a test' }, async (tx) => ({
      result: null,
      facts: await noticeFor(tx, workspaceId, [{ ...cause, summary: 'Relancer le devis' }]),
    }))
  await fall()
  await fall()
  expect(await told(hugo)).toEqual(['reminder'])
})

test('Tom, who became a delegate, is no longer told of what he may not see', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, path } = shop
  await asPerson(sophie).post(`${path}/notes`, noteFor(hugo))
  expect(await told(hugo)).toEqual(['mention'])
  await asPerson(sophie).put(`/members/${hugo.userId}/role`, { ...command(), role: 'delegate' })
  const left = await inWorkspace(test.server.db, shop.workspaceId, (tx) =>
    tx.selectFrom('notice').select('id').execute(),
  )
  expect(left).toEqual([])
  await expectNoDrift(shop)
})
