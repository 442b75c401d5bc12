import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asPerson, type Answer } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import type { Person } from '../../testing/people.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { randomFrom } from '../../testing/random-from.ts'
import { expectCountsExact } from './expect-counts-exact.ts'
import { receive, reply, type Shop } from './open-shop.ts'

/** A shop with five conversations of Marc, and what was ever done in them. */
export interface BusyShop extends Shop {
  /** Of every conversation there ever was. */
  known: string[]
  /** Merges that may be undone: where, and by which ids. */
  mergings: { intoId: string; mergingIds: string[] }[]
  /** How many messages and notes were taken. */
  said: number
  /** How many commands were not refused. */
  done: number
}

export async function openBusy(shop: Shop): Promise<BusyShop> {
  const others = await Promise.all(
    [shop.lea, shop.tom, null, null].map((who, i) =>
      addConversation(shop.test, shop.shop, {
        client: shop.marc,
        subject: `Affaire ${i}`,
        texts: ['Un', 'Deux', 'Trois'],
        assigneeId: who?.userId ?? null,
      }),
    ),
  )
  return { ...shop, known: [shop.conversation.id, ...others.map(({ id }) => id)], mergings: [], said: 13, done: 0 }
}

/** Does so many commands, three at a time, and looks now and then: nothing lost, exact counts, screens as they would be read. */
export async function actForLong(shop: BusyShop, { commands, seed }: { commands: number; seed: number }) {
  const { test, sophie, lea, looking } = shop
  const random = randomFrom(seed)
  for (let done = 0; done < commands; done += 30) {
    await expectLive(test, sophie, looking, () =>
      expectLive(test, lea, looking, async () => {
        for (let round = 0; round < 10; round++) await actAtOnce(shop, random)
      }),
    )
    await expectNothingLost(shop)
    await expectCountsExact(shop)
  }
}

/** Three people do something at the same moment, mostly to the same conversations; each gets a clear answer. */
async function actAtOnce(shop: BusyShop, random: () => number): Promise<void> {
  const { sophie, hugo, lea } = shop
  // Two of them, mostly of those that are there: what is done to one is mostly done to the other too.
  const there = random() < 0.85 ? await conversationsThere(shop) : shop.known
  const near = [pick(there, random), pick(there, random)] as const
  const people = [sophie, hugo, pick([hugo, lea], random)]
  const answers = await Promise.all(people.map((person) => act(shop, person, near, random)))
  for (const answer of answers) {
    if (answer) expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
    if (!answer || answer.status < 300) shop.done++
  }
}

async function act(
  shop: BusyShop,
  person: Person,
  near: readonly [string, string],
  random: () => number,
): Promise<Answer | null> {
  const [id, other] = random() < 0.5 ? near : ([near[1], near[0]] as const)
  const path = `/inbox/conversations/${id}`
  const commandId = makeId()
  const ask = asPerson(person)
  const assignee = pick([shop.lea.userId, shop.tom.userId, shop.hugo.userId, null], random)
  const merging = pick(shop.mergings, random)
  const messageId = random() < 0.7 ? await messageIn(shop, id, random) : undefined
  const acts: (() => Promise<Answer | null>)[] = [
    () => ask.post(`${path}/archive`, { commandId }),
    () => ask.post(`${path}/reopen`, { commandId }),
    () => ask.post(`${path}/delete`, { commandId }),
    () => ask.post(`${path}/restore`, { commandId }),
    () => ask.post(`${path}/restore`, { commandId }),
    () => ask.post(`${path}/restore`, { commandId }),
    () => ask.put(`${path}/assignee`, { commandId, assigneeId: assignee }),
    () => ask.post(`${path}/read`, { commandId, seq: Math.floor(random() * 9) }),
    () => ask.post(`${path}/unread`, { commandId }),
    () => ask.put(`${path}/draft`, { kind: 'reply', bodyHtml: '<p>Bonjour</p>', baseSeq: 0, version: 0 }),
    () => counted(shop, ask.post(`${path}/notes`, { commandId, noteId: makeId(), body: 'Vu.' })),
    () => counted(shop, ask.post(`${path}/replies`, reply({ conflict: 'anyway' }))),
    async () => {
      await receive(shop, { conversation: { is: 'existing', id } })
      shop.said++
      return null
    },
    () => merge(shop, person, id, other),
    () => merge(shop, person, id, other),
    () => (merging ? undo(shop, person, merging) : Promise.resolve(null)),
    () => (merging ? undo(shop, person, merging) : Promise.resolve(null)),
    () => (messageId ? split(shop, person, id, messageId, random) : Promise.resolve(null)),
    () => ask.post(`${path}/undo-split`, { commandId }),
    () =>
      ask.post('/inbox/bulk', { commandId, act: { is: pick(bulkActs, random) }, of: { is: 'these', ids: [...near] } }),
    () =>
      ask.post(`${path}/reminders`, {
        commandId,
        reminderId: makeId(),
        dueAt: '2050-01-03T08:00:00Z',
        note: 'Rappeler',
        ownerId: null,
        condition: 'always',
      }),
  ]
  return pick(acts, random)()
}

const bulkActs = ['archive', 'reopen', 'delete', 'restore', 'read', 'unread'] as const

async function counted(shop: BusyShop, asked: Promise<Answer>) {
  const answer = await asked
  if (answer.status === 201) shop.said++
  return answer
}

async function merge(shop: BusyShop, person: Person, intoId: string, mergedId: string) {
  const json = { commandId: makeId(), mergedIds: [mergedId] }
  const answer = await asPerson(person).post<{ mergingIds: string[] }>(`/inbox/conversations/${intoId}/merge`, json)
  if (answer.status === 200) shop.mergings.push({ intoId, mergingIds: answer.body.mergingIds })
  return answer
}

function undo(_: BusyShop, person: Person, { intoId, mergingIds }: BusyShop['mergings'][number]) {
  return asPerson(person).post(`/inbox/conversations/${intoId}/undo-merging`, { commandId: makeId(), mergingIds })
}

async function split(shop: BusyShop, person: Person, id: string, messageId: string, random: () => number) {
  const newId = makeId()
  const json = { commandId: makeId(), messageId, part: random() < 0.5 ? 'alone' : 'onwards', newId }
  const answer = await asPerson(person).post(`/inbox/conversations/${id}/split`, json)
  if (answer.status === 201) shop.known.push(newId)
  return answer
}

async function conversationsThere({ test, workspaceId }: BusyShop) {
  const rows = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('conversation').select('id').orderBy('id').execute(),
  )
  return rows.map(({ id }) => id)
}

async function messageIn({ test, workspaceId }: BusyShop, conversationId: string, random: () => number) {
  const rows = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('message').select('id').where('conversationId', '=', conversationId).orderBy('seq').execute(),
  )
  return pick(rows, random)?.id
}

function pick<One>(of: readonly One[], random: () => number): One {
  return of[Math.floor(random() * of.length)]!
}

/** Whatever was said is there once, in a conversation that is there or in the one it went into. */
async function expectNothingLost({ test, workspaceId, known, said }: BusyShop) {
  const { rows } = await inWorkspace(test.server.db, workspaceId, (tx) =>
    sql<{ said: number; lost: string[]; behind: string[] }>`
      select
        (select count(*) from message)::integer + (select count(*) from note)::integer as said,
        array(
          select k.id from unnest(${known}::uuid[]) k (id)
          where (select count(*) from conversation c where c.id = k.id)
            + (select count(*) from merging m where m.merged_id = k.id and m.undone_at is null) <> 1) as lost,
        array(
          select c.id from conversation c
          where c.last_seq < greatest(
            (select max(seq) from message m where m.conversation_id = c.id),
            (select max(seq) from note n where n.conversation_id = c.id))) as behind`.execute(tx),
  )
  expect(rows[0]).toEqual({ said, lost: [], behind: [] })
}
