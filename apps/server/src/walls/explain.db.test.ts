import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { inWorkspace } from '@comptoir/db/db'
import { queryOf, type Filter } from '@comptoir/contract/filters'
import { builtInViews } from '@comptoir/contract/views'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databaseUrl } from '../../../../scripts/testing/database-url.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { askRoute } from '../testing/ask-route.ts'
import { declaredRoutes } from '../testing/declared-routes.ts'
import { fillBusiness, fillSearch } from '../testing/fill-business.ts'
import { findSlowSteps, type PlanStep } from '../testing/find-slow-steps.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { recordQueries, type RecordedQuery } from '../testing/record-queries.ts'
import { wholeBusiness, type WholeBusiness } from '../testing/whole-business.ts'

let server: TestServer
let business: WholeBusiness
let big: Set<string>

// To fill them takes a while, and longer where others work too.
const fillingMs = 300_000

// Two businesses of one size, so that half of every table is somebody else's.
beforeAll(async () => {
  server = await openTestServer({ lives: 'file' })
  for (const name of ['Chez Bart', 'Chez Marc']) {
    business = await wholeBusiness(server, name)
    const { marc, elodie } = business.people
    await fillBusiness(server, business, marc.userId, elodie.userId, { conversations: 10_000, messagesEach: 3 })
    await fillSearch(server, business)
  }
  const sizes = await asOwner<{ name: string }>(
    server,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples >= 5000`,
  )
  big = new Set(sizes.map(({ name }) => name))
}, fillingMs)
afterAll(() => server.close())

test('the tables are big enough for a plan to matter', () => {
  expect([...big]).toEqual(
    expect.arrayContaining([
      'conversation',
      'message',
      'unread',
      'client',
      'delivery',
      'event',
      'incoming_mail',
      'searchable',
    ]),
  )
})

test('no list, count or search reads a big table from end to end, whoever asks', async () => {
  const recorded = recordQueries()
  const { marc, lea, elodie } = business.people
  const reading = declaredRoutes(server.api).routes.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/w/'),
  )
  const ids = Object.fromEntries(Object.entries(business.ids).map(([name, [first]]) => [name, first!]))
  for (const person of [marc, lea, elodie]) {
    for (const route of reading) await askRoute(route, person, ids)
    for (const words of ['bonjour', 'sujet 77', 'responsable:moi', 'vue:supprimées', 'zzyzx'])
      await asPerson(person).get(`/inbox/search?words=${encodeURIComponent(words)}`)
    for (const words of ['', 'a', 'Martin 12', 'client77@exem', '0612'])
      await asPerson(person).get(`/clients?words=${encodeURIComponent(words)}`)
    for (const which of [...builtInViews, `member:${person.userId}`, 'source:form'] as const) {
      const first = await asPerson(person).get<{ next: string | null }>(`/inbox/conversations?view=${which}`)
      if (first.body.next)
        await asPerson(person).get(`/inbox/conversations?view=${which}&after=${encodeURIComponent(first.body.next)}`)
    }
    for (const which of ['open', 'all', 'to-answer', 'unread', `member:${person.userId}`] as const) {
      for (const filter of filters(person.userId, ids['userId']!)) {
        const query = `view=${which}&${queryOf(filter)}`
        const first = await asPerson(person).get<{ next: string | null }>(`/inbox/conversations?${query}`)
        expect(first.status).toBe(200)
        if (first.body.next)
          await asPerson(person).get(`/inbox/conversations?${query}&after=${encodeURIComponent(first.body.next)}`)
        await asPerson(person).get(`/inbox/count?${query}`)
      }
    }
    await asPerson(person).get('/events?after=9000')
  }
  const asked = new Map(
    recorded.filter(({ text }) => /^(with|select)\b/.test(text)).map((query) => [query.text, query]),
  )
  expect(asked.size).toBeGreaterThan(25)
  const slow: string[] = []
  for (const query of asked.values()) {
    const steps = findSlowSteps(await planOf(query), big)
    if (steps.length > 0) slow.push(`${steps.join(', ')}: ${query.text}`)
  }
  expect(slow).toEqual([])
})

test('the search of clients, which runs behind the wall, uses its indexes too', async () => {
  for (const words of ['Martin 12', 'client77@exem', '612345']) {
    const plans = await nestedPlansOf(`select client_id from search_clients('${words}', 20)`)
    expect(plans.length).toBeGreaterThan(1)
    expect(plans.flatMap((plan) => findSlowSteps(plan, big))).toEqual([])
  }
})

test('the search of everything that was written uses its indexes, for common words and rare ones, for all and for a delegate', async () => {
  const { marc, elodie } = business.people
  const asked = [
    `search_clients_by_words('{martin,12}', true, '', null, 5)`,
    `search_clients_by_words('{0612}', true, '06 12 34 56 78', '${elodie.userId}', 5)`,
    ...[`'{bonjour}'`, `'{sujet,77}'`, `'{}'`].flatMap((words) => [
      `search_inbox(${words}, true, '{}', '{}', '${marc.userId}', null, null, null, null, null, null, null, null, 25)`,
      `search_inbox(${words}, true, '{}', '{}', '${marc.userId}', null, null, '{${marc.userId}}', 'archived',
        now() - interval '1 week', null, now(), '${marc.userId}', 25)`,
      `search_inbox(${words}, true, '{}', '{}', '${elodie.userId}', '${elodie.userId}', null, null, null, null, null, null, null, 25)`,
    ]),
    `words_like('bonjuor', 50)`,
    `learn_words(500)`,
    `fill_search(500)`,
  ]
  for (const one of asked) {
    const plans = await nestedPlansOf(`select * from ${one}`)
    expect(plans.length, one).toBeGreaterThan(1)
    expect(
      plans.flatMap((plan) => findSlowSteps(plan, big)),
      one,
    ).toEqual([])
  }
})

test('words of a conversation are found by their indexes', async () => {
  const plans = await nestedPlansOf(`select conversation_id from conversations_with_words('Sujet 123', 1001)`)
  expect(plans.length).toBeGreaterThan(1)
  expect(plans.flatMap((plan) => findSlowSteps(plan, big))).toEqual([])
})

test('a plan that reads everything is noticed', async () => {
  const all = await planOf({ text: `select count(*) from message where body_text like $1`, values: ['%texte%'] })
  expect(findSlowSteps(all, big)).toEqual(['reads all of message'])
})

/** Each part alone and with others, of what is frequent and what is rare. */
function filters(userId: string, tag: string): Filter[] {
  const frequent: Filter = { assignee: userId, since: '2020-01-01', channel: 'email', text: 'Sujet' }
  const rare: Filter = { tag, page: 'nulle.example/part', source: 'form', unread: 'mine', until: '2020-01-01' }
  const alone = Object.entries({ ...frequent, ...rare }).map(([part, of]) => ({ [part]: of }) as Filter)
  return [
    ...alone,
    { assignee: 'nobody' },
    { assignee: 'me', unread: 'assignee' },
    { waiting: 'yes', channel: 'sms' },
    { text: '12' },
    { state: 'archived', text: 'Sujet 77' },
    frequent,
    rare,
    { ...frequent, ...rare },
  ]
}

/** How the app role runs it: planned once, for all values. */
async function planOf({ text }: RecordedQuery): Promise<PlanStep> {
  return inWorkspace(server.server.db, business.workspaceId, async (tx) => {
    const query = CompiledQuery.raw(`explain (generic_plan, format json) ${text}`, [])
    const { rows } = await tx.executeQuery<Record<string, [{ Plan: PlanStep }]>>(query)
    return Object.values(rows[0]!)[0]![0].Plan
  })
}

/** The plans of a statement and of the functions it calls, as they ran. */
async function nestedPlansOf(statement: string): Promise<PlanStep[]> {
  const plans: PlanStep[] = []
  const client = new pg.Client({
    connectionString: databaseUrl(inject('superuserUrl'), new URL(server.ownerUrl).pathname.slice(1)),
  })
  client.on('notice', ({ message }) => {
    const json = /plan:\s*(\{[\s\S]*\})\s*$/.exec(message ?? '')?.[1]
    if (json) plans.push((JSON.parse(json) as { Plan: PlanStep }).Plan)
  })
  await client.connect()
  try {
    await client.query(`
      load 'auto_explain';
      set auto_explain.log_min_duration = 0;
      set auto_explain.log_nested_statements = on;
      set auto_explain.log_format = json;
      set auto_explain.log_level = notice;
      set app.workspace = '${business.workspaceId}'`)
    await client.query(statement)
  } finally {
    await client.end()
  }
  return plans
}
