import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import type { Fact, RecordedEvent } from './record-events.ts'
import { teamRoom } from './rooms.ts'
import { runCommand, runWork, type Live } from './run-command.ts'

async function openShop() {
  const test = await openTestServer()
  const { workspaceId, people } = await seed(test, { people: { sophie: 'owner', hugo: 'member' } })
  const told: RecordedEvent[] = []
  const live: Live = { db: test.server.db, committed: (events) => void told.push(...events) }
  const fact: Fact = {
    name: 'identity.invitation_withdrawn',
    rooms: [teamRoom(workspaceId)],
    data: { invitationId: makeId() },
  }
  return { test, live, told, fact, workspaceId, ...people }
}

test('twenty twins of one command run it once and all get the same answer', async () => {
  const { live, told, fact, hugo } = await openShop()
  const command = { name: 'test.act', commandId: makeId(), input: { a: 1 } }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      runCommand(live, hugo, command, async () => ({ result: { made: i }, facts: [fact] })),
    ),
  )
  expect(new Set(answers.map((answer) => answer.made)).size).toBe(1)
  expect(told).toHaveLength(1)
})

test('the same id with another input or name is a conflict, and from Sophie it does not exist', async () => {
  const { live, fact, hugo, sophie } = await openShop()
  const command = { name: 'test.act', commandId: makeId(), input: { a: 1 } }
  const work = async () => ({ result: 'done', facts: [fact] })
  await runCommand(live, hugo, command, work)
  const again = (actor: typeof hugo, other: object) =>
    runCommand(live, actor, { ...command, ...other }, work).catch((error: unknown) => error)
  expect(await again(hugo, {})).toBe('done')
  expect(await again(hugo, { input: { a: 2 } })).toBeRefused('conflict', 'errors.command_reused')
  expect(await again(hugo, { name: 'test.other' })).toBeRefused('conflict', 'errors.command_reused')
  expect(await again(sophie, {})).toBeRefused('not_found')
})

test('a refusal leaves nothing behind, so that the same command can be tried again', async () => {
  const { live, told, fact, hugo, workspaceId } = await openShop()
  const command = { name: 'test.act', commandId: makeId(), input: {} }
  const refused = runCommand(live, hugo, command, async (tx) => {
    await tx.insertInto('tag').values({ workspaceId, id: makeId(), name: 'Perdu' }).execute()
    throw new Refusal('conflict', 'errors.newer_message')
  })
  expect(await refused.catch((error: unknown) => error)).toBeRefused('conflict')
  const tags = await inWorkspace(live.db, workspaceId, (tx) => tx.selectFrom('tag').select('name').execute())
  expect([tags, told]).toEqual([[], []])
  expect(await runCommand(live, hugo, command, async () => ({ result: 1, facts: [fact] }))).toBe(1)
})

test('two that wait for each other are both done in the end', async () => {
  const { live, hugo, sophie, workspaceId } = await openShop()
  const [one, other] = [makeId(), makeId()]
  await inWorkspace(live.db, workspaceId, (tx) =>
    tx
      .insertInto('tag')
      .values([one, other].map((id, i) => ({ workspaceId, id, name: `Mot ${i}` })))
      .execute(),
  )
  // Opened once both hold their first row; whoever is ended for it finds it open.
  const gate = Promise.withResolvers<void>()
  const rename = (actor: typeof hugo, ids: string[], name: string) => {
    const holding = Promise.withResolvers<void>()
    const work = runCommand(live, actor, { name: 'test.rename', commandId: makeId(), input: {} }, async (tx) => {
      for (const [i, id] of ids.entries()) {
        await tx
          .updateTable('tag')
          .set({ name: `${name} ${i}` })
          .where('id', '=', id)
          .execute()
        if (i === 0) {
          holding.resolve()
          await gate.promise
        }
      }
      return { result: name, facts: [] }
    })
    return { work, holding: holding.promise }
  }
  const first = rename(hugo, [one, other], 'Hugo')
  const second = rename(sophie, [other, one], 'Sophie')
  await Promise.all([first.holding, second.holding])
  gate.resolve()
  expect(await Promise.all([first.work, second.work])).toEqual(['Hugo', 'Sophie'])
})

test('what the program does by itself is in the log without an actor, and without facts takes no number', async () => {
  const { live, told, fact, workspaceId } = await openShop()
  const system = { is: 'system', workspaceId, cause: 'a test' } as const
  await runWork(live, system, async () => ({ result: null, facts: [] }))
  await runWork(live, system, async () => ({ result: null, facts: [fact] }))
  expect(told.map(({ seq, actorId }) => [seq, actorId])).toEqual([[1, null]])
})

test('a fact for staff and clients at once, or for nobody, is a bug that is caught', async () => {
  const { live, fact, workspaceId } = await openShop()
  const system = { is: 'system', workspaceId, cause: 'a test' } as const
  const tell = (rooms: Fact['rooms']) =>
    runWork(live, system, async () => ({ result: null, facts: [{ ...fact, rooms }] }))
  await expect(tell([teamRoom(workspaceId), 'client:1'])).rejects.toThrow('mixes clients and staff')
  await expect(tell([])).rejects.toThrow('heard by nobody')
})
