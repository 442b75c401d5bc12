import type { BulkView } from '@comptoir/contract/bulk'
import type { LoggedEvent } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { connectPerson } from '../../testing/connect-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import { eventually } from '../../testing/eventually.ts'
import { list, openShop } from '../testing/open-shop.ts'
import { openBulkRunner } from './open-bulk-runner.ts'

const command = () => ({ commandId: makeId() })

/** A shop of whose conversations, archived in parts of one, those with this subject resist for so many times. */
async function openStubbornShop(times: number) {
  const shop = await openShop()
  const subjects = ['Facile', 'Têtue', 'Facile aussi']
  const ids: string[] = []
  for (const subject of subjects)
    ids.push((await addConversation(shop.test, shop.shop, { client: shop.marc, subject })).id)
  // What no command can bring about: the database itself refuses one of them.
  // The database serves the next test too.
  onTestFinished(async () => {
    await asOwner(shop.test, 'drop function if exists resist cascade')
    await asOwner(shop.test, 'drop sequence if exists stubborn')
  })
  await asOwner(shop.test, `create sequence stubborn`)
  await asOwner(shop.test, `grant usage on sequence stubborn to comptoir_app`)
  await asOwner(
    shop.test,
    `create function resist() returns trigger language plpgsql as $$
     begin
       -- A sequence keeps its number when what was tried is rolled back.
       if new.subject = 'Têtue' and nextval('stubborn') <= ${times} then raise 'the disk says no'; end if;
       return new;
     end $$`,
  )
  await asOwner(
    shop.test,
    `create trigger resist before update of state on conversation for each row execute function resist()`,
  )
  const screen = await connectPerson(shop.test, shop.sophie)
  return { ...shop, ids, screen, bulks: () => screen.heard.filter(isBulk).map(({ data }) => data.bulk) }
}

const isBulk = (event: LoggedEvent): event is LoggedEvent<'inbox.bulk_moved', { bulk: BulkView }> =>
  event.name === 'inbox.bulk_moved'

type StubbornShop = Awaited<ReturnType<typeof openStubbornShop>>

/** Archives them in parts of one, as thousands are in parts of five hundred. */
async function archiveOneByOne(shop: StubbornShop) {
  const id = await askForOneByOne(shop)
  await startRunner(shop, 5).idle()
  return id
}

/** As a crash leaves it: asked for, with every part still waiting. */
async function askForOneByOne({ test: opened, sophie, ids, workspaceId }: StubbornShop) {
  const { body } = await asPerson(sophie).post<BulkView>('/inbox/bulk', {
    ...command(),
    act: { is: 'read' },
    of: { is: 'these', ids: ids.slice(0, 1) },
  })
  await asOwner(opened, `delete from bulk_act_part where bulk_act_id = $1`, [body.id])
  await asOwner(
    opened,
    `update bulk_act set state = 'running', done = 0, total = $2, act = '{"is":"archive"}' where id = $1`,
    [body.id, ids.length],
  )
  for (const [position, id] of ids.entries())
    await asOwner(
      opened,
      `insert into bulk_act_part (workspace_id, bulk_act_id, position, conversation_ids) values ($1, $2, $3, $4::uuid[])`,
      [workspaceId, body.id, position, [id]],
    )
  return body.id
}

const startRunner = ({ test: { server } }: StubbornShop, waitMs: number) =>
  openBulkRunner({ live: server.live, log: server.log }, waitMs)

const archived = async (shop: StubbornShop) =>
  (await list(shop.sophie, 'archived')).rows.map((row) => row.subject).toSorted()

test('a part that fails for a moment is tried again, and all is done', async () => {
  const shop = await openStubbornShop(2)
  await archiveOneByOne(shop)
  expect(await archived(shop)).toEqual(['Facile', 'Facile aussi', 'Têtue'])
  await eventually(() => expect(shop.bulks().at(-1)).toMatchObject({ state: 'done', done: 3, total: 3 }))
})

test('a part that fails for good is left as it was; the others are done, it ends, and what was done is undone', async () => {
  const shop = await openStubbornShop(1_000)
  const id = await archiveOneByOne(shop)
  expect(await archived(shop)).toEqual(['Facile', 'Facile aussi'])
  await eventually(() => expect(shop.bulks().at(-1)).toMatchObject({ id, state: 'done', done: 2, total: 3 }))
  await asPerson(shop.sophie).post(`/inbox/bulk/${id}/undo`, command())
  await shop.test.server.bulk.idle()
  expect(await archived(shop)).toEqual([])
  await eventually(() => expect(shop.bulks().at(-1)).toMatchObject({ id, state: 'undone', done: 0 }))
})

test('what fails at once is answered all the same, and told when it was tried often enough', async () => {
  const shop = await openStubbornShop(1_000)
  const stubborn = shop.ids.slice(1, 2)
  const answer = await asPerson(shop.sophie).post<BulkView>('/inbox/bulk', {
    ...command(),
    act: { is: 'archive' },
    of: { is: 'these', ids: stubborn },
  })
  expect(answer.status).toBe(201)
  await eventually(() =>
    expect(shop.bulks().at(-1)).toMatchObject({ id: answer.body.id, state: 'done', done: 0, total: 1 }),
  )
})

test('a server that stops while a part waits to be tried again stops at once, and the next goes on', async () => {
  const shop = await openStubbornShop(2)
  await askForOneByOne(shop)
  const patient = startRunner(shop, 3600_000)
  const tries = () => asOwner<{ n: number }>(shop.test, 'select last_value::integer as n from stubborn where is_called')
  await eventually(async () => expect(await tries()).toEqual([{ n: 1 }]))
  await patient.stop()
  expect(await tries(), 'no try without a wait').toEqual([{ n: 1 }])
  await startRunner(shop, 5).idle()
  expect(await archived(shop)).toEqual(['Facile', 'Facile aussi', 'Têtue'])
})
