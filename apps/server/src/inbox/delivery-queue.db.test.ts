import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { fillBusiness } from '../testing/fill-business.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'

test('whoever claims a hundred of thousands that wait looks at those, not at each for each', async () => {
  const test = await openTestServer()
  const shop = await seed(test, { people: { marc: 'owner', elise: 'delegate' } })
  const { marc, elise } = shop.people
  await fillBusiness(test, shop, marc.userId, elise.userId, { conversations: 3000, messagesEach: 2 })
  const db = new pg.Client({ connectionString: test.ownerUrl })
  await db.connect()
  onTestFinished(() => db.end())
  const looked = async () => {
    const { rows } = await db.query<{ looked: number }>(
      `select (seq_tup_read + idx_tup_fetch)::int as looked from pg_stat_xact_user_tables where relname = 'delivery'`,
    )
    return rows[0]!.looked
  }
  // What the database last counted is a queue that was empty.
  await db.query('begin')
  await db.query(`update delivery set state = 'queued', carrier = 'smtp'`)
  const before = await looked()
  const { rowCount } = await db.query(`select from claim_deliveries(gen_random_uuid(), 'smtp', 100, 20, '{}')`)
  expect(rowCount).toBe(100)
  expect((await looked()) - before).toBeLessThan(1000)
  await db.query('rollback')
})
