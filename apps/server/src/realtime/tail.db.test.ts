import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../testing/eventually.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import type { Fact, RecordedEvent } from './record-events.ts'
import { teamRoom } from './rooms.ts'
import { runWork } from './run-command.ts'
import { startTail } from './tail.ts'

const never = 3_600_000

/** A node that follows a workspace; `write` commits a fact without telling it, as another node would. */
async function follow(pollMs = never) {
  const test = await openTestServer()
  const { workspaceId } = await seed(test, { people: { sophie: 'owner' } })
  const { db, log } = test.server
  const sent: RecordedEvent[] = []
  const tail = startTail(db, log, (event) => void sent.push(event), { pollMs })
  onTestFinished(() => tail.stop())
  const fact: Fact = {
    name: 'identity.invitation_withdrawn',
    rooms: [teamRoom(workspaceId)],
    data: { invitationId: makeId() },
  }
  const write = async () => {
    const written: RecordedEvent[] = []
    const live = { db, committed: (events: RecordedEvent[]) => void written.push(...events) }
    await runWork(live, { is: 'system', workspaceId, cause: 'a test' }, async () => ({ result: null, facts: [fact] }))
    return written[0]!
  }
  return { tail, write, workspaceId, sent: () => sent.map((event) => event.seq) }
}

test('what is committed here is sent at once and in order, whoever’s commit answers first', async () => {
  const { tail, write, workspaceId, sent } = await follow()
  await tail.watch(workspaceId)
  const [first, second, third] = [await write(), await write(), await write()]
  tail.committed([third])
  tail.committed([second])
  expect(sent()).toEqual([])
  tail.committed([first])
  expect(sent()).toEqual([1, 2, 3])
  tail.committed([second])
  expect(sent()).toEqual([1, 2, 3])
})

test('a hole that another node left is filled from the log within a moment', async () => {
  const { tail, write, workspaceId, sent } = await follow()
  await tail.watch(workspaceId)
  await write()
  tail.committed([await write()])
  expect(sent()).toEqual([])
  await eventually(() => expect(sent()).toEqual([1, 2]))
})

test('what another node wrote comes by itself', async () => {
  const { tail, write, workspaceId, sent } = await follow(100)
  await tail.watch(workspaceId)
  await write()
  await write()
  await eventually(() => expect(sent()).toEqual([1, 2]))
  expect(tail.sentThrough(workspaceId)).toBe(2)
  await eventually(() => expect(tail.silenceMs()).toBeLessThan(1000))
})

test('whoever begins to listen begins at the end, and a workspace nobody listens to is left alone', async () => {
  const { tail, write, workspaceId, sent } = await follow()
  tail.committed([await write()])
  expect(tail.sentThrough(workspaceId)).toBeNull()
  expect(await Promise.all([tail.watch(workspaceId), tail.watch(workspaceId)])).toEqual([1, 1])
  tail.committed([await write()])
  expect(sent()).toEqual([2])
})
