import type { BulkView } from '@comptoir/contract/bulk'
import type { LoggedEvent } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { pause } from '../../pause.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { connectPerson } from '../../testing/connect-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import { eventually } from '../../testing/eventually.ts'
import { list, openShop } from '../testing/open-shop.ts'
import { openBulkRunner } from './open-bulk-runner.ts'

const command = () => ({ commandId: makeId() })

/** A shop of whose conversations, archived in parts of one, one resists for so many times. */
async function openStubbornShop(times: number) {
  const shop = await openEasyShop()
  await resist(shop, {
    change: 'state on conversation',
    which: `new.subject = 'Têtue'`,
    refused: `n <= ${times}`,
  })
  return shop
}

async function openEasyShop() {
  const shop = await openShop()
  const subjects = ['Facile', 'Têtue', 'Facile aussi']
  const ids: string[] = []
  for (const subject of subjects)
    ids.push((await addConversation(shop.test, shop.shop, { client: shop.marc, subject })).id)
  const screen = await connectPerson(shop.test, shop.sophie)
  return { ...shop, ids, screen, bulks: () => screen.heard.filter(isBulk).map(({ data }) => data.bulk) }
}

/** What no command can bring about: the database itself refuses this change, when it is tried the nth time. */
async function resist(
  { test: opened }: Pick<StubbornShop, 'test'>,
  { change, which, refused }: { change: string; which: string; refused: string },
) {
  // The database serves the next test too.
  onTestFinished(async () => {
    await asOwner(opened, 'drop function if exists resist cascade')
    await asOwner(opened, 'drop sequence if exists stubborn')
  })
  await asOwner(opened, `create sequence stubborn`)
  await asOwner(opened, `grant usage on sequence stubborn to comptoir_app`)
  await asOwner(
    opened,
    `create function resist() returns trigger language plpgsql as $$
     declare n bigint;
     begin
       if not ${which} then return new; end if;
       -- A sequence keeps its number when what was tried is rolled back.
       n := nextval('stubborn');
       if ${refused} then raise 'the disk says no'; end if;
       return new;
     end $$`,
  )
  await asOwner(opened, `create trigger resist before update of ${change} for each row execute function resist()`)
}

const isBulk = (event: LoggedEvent): event is LoggedEvent<'inbox.bulk_moved', { bulk: BulkView }> =>
  event.name === 'inbox.bulk_moved'

type StubbornShop = Awaited<ReturnType<typeof openEasyShop>>

/** Archives them in parts of one, as thousands are in parts of five hundred. */
async function archiveOneByOne(shop: StubbornShop) {
  const id = await askForOneByOne(shop)
  await startRunner(shop).idle()
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

const startRunner = ({ test: { server } }: StubbornShop, wait: typeof pause = hurry) =>
  openBulkRunner({ live: server.live, log: server.log }, wait)

const hurry: typeof pause = (_ms, stopping) => pause(5, stopping)

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
  shop.test.server.bulk = startRunner(shop)
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
  const patient = startRunner(shop, (_ms, stopping) => pause(3600_000, stopping))
  const tries = () => asOwner<{ n: number }>(shop.test, 'select last_value::integer as n from stubborn where is_called')
  await eventually(async () => expect(await tries()).toEqual([{ n: 1 }]))
  await patient.stop()
  expect(await tries(), 'no try without a wait').toEqual([{ n: 1 }])
  await startRunner(shop).idle()
  expect(await archived(shop)).toEqual(['Facile', 'Facile aussi', 'Têtue'])
})

test('what fails outside of its parts is tried later and later, and soon again once something could be done', async () => {
  const shop = await openEasyShop()
  await askForOneByOne(shop)
  // How far it has come cannot be written down: seven times for the first part, and once for the second.
  await resist(shop, { change: 'done on bulk_act', which: 'true', refused: 'n <= 7 or n = 9' })
  const waits: number[] = []
  await startRunner(shop, (ms, stopping) => {
    waits.push(ms)
    return hurry(ms, stopping)
  }).idle()
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 1000])
  expect(await archived(shop)).toEqual(['Facile', 'Facile aussi', 'Têtue'])
})
