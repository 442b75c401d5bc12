import { sql } from 'kysely'
import { askTogether, type Together } from '@comptoir/db/ask-together'
import { inWorkspace, type Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openTestDb } from './open-test-db.ts'
import { recordQueries } from './record-queries.ts'

interface Asked {
  firstName: string
  hash: Buffer
  places: string[]
}

const greet = askTogether(
  (_, all: Together<Asked>) => sql<{ n: number; said: string; bytes: number }>`
    select a.n, a.first_name || ' from ' || p.place as said, length(a.hash) as bytes
    from json_to_recordset(${all.rows}::json) as a (n integer, first_name text, hash bytea, places text[]),
      unnest(a.places) with ordinality as p (place, position)
    where a.first_name = any (${all.firstName}::text[])
    order by a.n desc, p.position`,
)
const divide = askTogether(
  (_, all: Together<{ by: number }>) => sql<{ n: number; result: number }>`
    select a.n, 12 / a.by as result from json_to_recordset(${all.rows}::json) as a (n integer, by integer)`,
)

const somebody = (firstName: string, ...places: string[]) => ({ firstName, hash: Buffer.from('abc'), places })

test('what several ask at one moment is one query, and each hears their own answer', async () => {
  const asked = recordQueries()
  const answers = await working((tx) =>
    Promise.all([
      greet(tx, somebody('Léa', 'Mons', 'Namur')),
      greet(tx, somebody('Hugo')),
      divide(tx, { by: 4 }),
      greet(tx, somebody('Zoé', 'Sedan')),
    ]),
  )
  expect(answers).toEqual([
    [
      { said: 'Léa from Mons', bytes: 3 },
      { said: 'Léa from Namur', bytes: 3 },
    ],
    [],
    [{ result: 3 }],
    [{ said: 'Zoé from Sedan', bytes: 3 }],
  ])
  expect(asked.filter(({ text }) => text.includes('json_to_recordset'))).toHaveLength(2)
})

test('half a sign, which no text may hold, is kept as unknown', async () => {
  const [cut] = await working((tx) => greet(tx, somebody('Bien 😀'.slice(0, 6), 'Mons')))
  expect(cut!.said).toBe('Bien \ufffd from Mons')
})

test('what fails fails for everybody who asked it, with the reason', async () => {
  const failed = await working((tx) => Promise.allSettled([divide(tx, { by: 3 }), divide(tx, { by: 0 })])).catch(
    (error: unknown) => String(error),
  )
  expect(failed).toContain('rolled back')
  const reasons = await working(async (tx) => {
    const both = await Promise.allSettled([divide(tx, { by: 3 }), divide(tx, { by: 0 })])
    throw new Error(both.map((one) => (one.status === 'rejected' ? String(one.reason) : 'answered')).join(', '))
  }).catch((error: unknown) => String(error))
  expect(reasons).toBe('Error: error: division by zero, error: division by zero')
})

test('two transactions do not ask for each other', async () => {
  const { db } = await openTestDb()
  const [first, second] = await Promise.all([
    inWorkspace(db, makeId(), (tx) => divide(tx, { by: 2 })),
    inWorkspace(db, makeId(), (tx) => divide(tx, { by: 3 })),
  ])
  expect([first, second]).toEqual([[{ result: 6 }], [{ result: 4 }]])
})

async function working<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const { db } = await openTestDb()
  return inWorkspace(db, makeId(), work)
}
