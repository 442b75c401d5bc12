import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { fillBusiness } from '../testing/fill-business.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { addMailbox } from './testing/put-fetched.ts'

/** A business with a long queue, as the database knows it before it has counted it. */
async function openQueue({ conversations }: { conversations: number }) {
  const test = await openTestServer()
  const shop = await seed(test, { people: { marc: 'owner', elise: 'delegate' } })
  const { marc, elise } = shop.people
  await fillBusiness(test, shop, marc.userId, elise.userId, { conversations, messagesEach: 2 })
  const beside = await addMailbox(test, shop.workspaceId, { name: 'Atelier', address: 'atelier@atelier.example' })
  const db = new pg.Client({ connectionString: test.ownerUrl })
  await db.connect()
  onTestFinished(() => db.end())
  // What the database last counted is a queue that was empty, and nobody else claims from one that is not committed.
  await db.query('begin')
  await db.query(`update delivery set state = 'queued', carrier = 'smtp', not_before = now() - interval '1 hour'`)
  const looked = async () => {
    const { rows } = await db.query<{ looked: number }>(
      `select (seq_tup_read + idx_tup_fetch)::int as looked from pg_stat_xact_user_tables where relname = 'delivery'`,
    )
    return rows[0]!.looked
  }
  return {
    db,
    mailbox: shop.mailbox,
    beside,
    async claim(carrier: 'smtp' | 'sandbox' = 'smtp') {
      const before = await looked()
      const { rows } = await db.query<{ id: string }>(
        `select id from claim_deliveries(gen_random_uuid(), $1, 100, 20, '{}')`,
        [carrier],
      )
      return { claimed: rows.length, looked: (await looked()) - before }
    },
  }
}

test('whoever claims a hundred of thousands that wait looks at those, not at each for each', async () => {
  const { claim } = await openQueue({ conversations: 3000 })
  const { claimed, looked } = await claim()
  expect(claimed).toBe(100)
  expect(looked).toBeLessThan(1000)
})

test.each([
  ['is paused', `state = 'paused'`],
  ['was removed', `removed_at = now()`],
  ['fails', `state = 'failing', last_problem_at = now()`],
])('what waits in a mailbox that %s is not looked at to find what may leave beside it', async (_, change) => {
  const { db, mailbox, beside, claim } = await openQueue({ conversations: 3000 })
  await db.query(
    `update delivery set mailbox_id = $1, not_before = now()
     where (workspace_id, id) in (select workspace_id, id from delivery order by id limit 20)`,
    [beside.id],
  )
  await db.query(`update mailbox set ${change} where id = $1`, [mailbox.id])
  const own = await claim()
  expect(own.claimed).toBe(20)
  expect(own.looked).toBeLessThan(200)
  expect((await claim('sandbox')).looked).toBeLessThan(200)
})

test('of two mailboxes the one whose mail has waited longer comes first', async () => {
  const { db, beside, claim } = await openQueue({ conversations: 300 })
  await db.query(
    `update delivery set mailbox_id = $1, not_before = now() - interval '2 hours'
     where (workspace_id, id) in (select workspace_id, id from delivery order by id limit 150)`,
    [beside.id],
  )
  const { claimed } = await claim()
  const { rows } = await db.query(`select distinct mailbox_id from delivery where state = 'claimed'`)
  expect({ claimed, from: rows }).toEqual({ claimed: 100, from: [{ mailbox_id: beside.id }] })
})
