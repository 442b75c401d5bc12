import type { BulkView } from '@comptoir/contract/bulk'
import type { Counts } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { recountViews } from '../../nightly/recount-views.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { connectPerson } from '../../testing/connect-person.ts'
import { fillBusiness } from '../../testing/fill-business.ts'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'
import { seed, type Person } from '../../testing/people.ts'

// Three in four of them are open.
const conversations = 67_000
const command = () => ({ commandId: makeId() })

test('fifty thousand are archived and put back as one thing, while a colleague goes on working', async () => {
  const opened = await openTestServer({ lives: 'test' })
  const business = await seed(opened, { people: { marc: 'owner', lea: 'member', elodie: 'delegate' } })
  const { marc, lea, elodie } = business.people
  await fillBusiness(opened, business, marc.userId, elodie.userId, { conversations, messagesEach: 1 })
  await recountViews(opened.server, business.workspaceId)
  const before = await stateOf(opened)
  const screen = await connectPerson(opened, lea)
  const work = keepReading(lea)

  const { body } = await asPerson(marc).post<BulkView>('/inbox/bulk', {
    ...command(),
    act: { is: 'archive' },
    of: { is: 'view', view: 'open', except: [] },
  })
  expect(body.total).toBeGreaterThan(50_000)
  await opened.server.bulk.idle()
  expect(await openFor(marc)).toBe(0)
  await asPerson(marc).post(`/inbox/bulk/${body.id}/undo`, command())
  await opened.server.bulk.idle()

  // How long she waited is to be read, not to be judged: it depends on the machine.
  console.log(`${body.total} there and back; meanwhile ${await work.stop()}`)
  expect(await stateOf(opened)).toEqual(before)
  expect(await openFor(marc)).toBe(body.total)
  // Told by parts, not one by one.
  const told = screen.heard.filter(({ name }) => name === 'inbox.conversations_changed')
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan((2 * body.total) / 500 + 10)
})

/** Each conversation as it stands, and who has it unread: the same again once all is undone. */
async function stateOf(opened: TestServer) {
  const [row] = await asOwner<{ conversations: string; unread: string }>(
    opened,
    `select
       (select md5(string_agg(id::text || state || coalesce(assignee_id::text, ''), ',' order by id)) from conversation) as conversations,
       (select md5(string_agg(user_id::text || conversation_id::text || messages, ',' order by user_id, conversation_id)) from unread) as unread`,
  )
  return row
}

async function openFor(person: Person) {
  const { body } = await asPerson(person).get<Counts>('/inbox/counts')
  return body.views.open ?? 0
}

/** Somebody who reads lists and numbers all the time; answers how long each answer took. */
function keepReading(person: Person) {
  const tookMs: number[] = []
  let isOver = false
  const going = (async () => {
    for (let n = 0; !isOver; n++) {
      const start = performance.now()
      const path = ['/inbox/conversations?view=open', '/inbox/counts', '/inbox/conversations?view=archived'][n % 3]!
      expect((await asPerson(person).get(path)).status).toBe(200)
      tookMs.push(performance.now() - start)
    }
  })()
  const end = () => {
    isOver = true
    return going
  }
  onTestFinished(end)
  return {
    async stop() {
      await end()
      const sorted = tookMs.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]!)
      return `${sorted.length} answers, half within ${at(0.5)} ms, the slowest in ${at(1)} ms`
    },
  }
}
