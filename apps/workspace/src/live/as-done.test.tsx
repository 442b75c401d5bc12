import type { StaffEvent } from '@comptoir/contract/events'
import { applyToList, listFrom } from '@comptoir/wire/apply/inbox'
import { openedFrom } from '@comptoir/wire/apply/opened'
import { expect, test } from 'vitest'
import { archivedOf } from '../inbox/testing/entry-of.ts'
import { openedOf, pageOf, rowOf } from '../inbox/testing/render-inbox.tsx'
import { createAsDone } from './as-done.ts'
import type { OwnAct } from './own-act.ts'

const reader = { userId: 'joelle', role: 'member' } as const
const [nadia, karim] = [rowOf(1, 'Nadia'), rowOf(2, 'Karim')]
const wish = { dueAt: '2026-11-24T08:00:00.000Z', note: '', ownerId: null, condition: 'always' } as const

function having(...acts: OwnAct[]) {
  return createAsDone(
    () => new Map([[nadia.id, acts]]),
    () => reader,
  )
}

test('what one archived is out of the view, and back in it once that is undone', () => {
  const list = listFrom(pageOf([nadia, karim]))
  expect(having({ is: 'archive' }).rows(list)).toEqual([karim])
  expect(having({ is: 'archive' }, { is: 'reopen' }).rows(list)).toEqual([nadia, karim])
})

test('what was archived and opened again stays in its place while the server tells of the one before the other', () => {
  let acts: OwnAct[] = [{ is: 'archive' }, { is: 'reopen' }]
  const asDone = createAsDone(
    () => new Map([[nadia.id, acts]]),
    () => reader,
  )
  expect(asDone.rows(listFrom(pageOf([nadia, karim])))).toEqual([nadia, karim])
  acts = [{ is: 'reopen' }]
  expect(asDone.rows(listFrom(pageOf([karim])))).toEqual([nadia, karim])
  acts = [{ is: 'read', seq: 1 }]
  expect(asDone.rows(listFrom(pageOf([karim])))).toEqual([karim])
})

test('what one archived stands among what is archived, in the place it has there once the server has told of it', () => {
  const [older, none] = [rowOf(3, 'Zoé', { state: 'archived' }), [] as OwnAct[]]
  let acts: OwnAct[] = [{ is: 'archive' }]
  const asDone = createAsDone(
    () => new Map(acts.length > 0 ? [[nadia.id, acts]] : []),
    () => reader,
  )
  // She saw it in the list she archived it in.
  expect(asDone.rows(listFrom(pageOf([nadia, karim])))).toEqual([karim])
  const before = listFrom({ ...pageOf([older]), view: 'archived' })
  const shown = asDone.rows(before)
  expect(shown).toEqual([{ ...nadia, state: 'archived' }, older])
  const told = { name: 'inbox.conversation_archived', seq: 11, data: archivedOf(nadia) } as StaffEvent
  const after = applyToList(before, told, reader)
  expect(asDone.rows(after)).toEqual(shown)
  acts = none
  expect(asDone.rows(after)).toEqual(shown)
  // Refused, it was never there.
  expect(asDone.rows(before)).toEqual([older])
})

test('of a view that goes on below, only what belongs above its end is brought in', () => {
  const [newer, older] = [rowOf(1, 'Nadia'), rowOf(5, 'Zoé')]
  const archived = { ...pageOf([rowOf(3, 'Karim', { state: 'archived' })]), view: 'archived', next: 'x' } as const
  const of = (row: typeof newer) =>
    createAsDone(
      () => new Map([[row.id, [{ is: 'archive' }]]]),
      () => reader,
      () => row,
    )
  expect(
    of(newer)
      .rows(listFrom(archived))
      .map(({ id }) => id),
  ).toEqual([newer.id, archived.rows[0]!.id])
  expect(
    of(older)
      .rows(listFrom(archived))
      .map(({ id }) => id),
  ).toEqual([archived.rows[0]!.id])
})

test('what one read or kept unread is marked so in its place', () => {
  const list = { ...listFrom(pageOf([nadia, karim])), unread: { [nadia.id]: 2, [karim.id]: 1 } }
  expect(having({ is: 'read', seq: 1 }).unread(list)).toEqual({ [nadia.id]: 0, [karim.id]: 1 })
  expect(having({ is: 'read', seq: 1 }, { is: 'unread' }).unread(list)[nadia.id]).toBe(1)
  expect(having({ is: 'read', seq: 1 }).rows(list)).toHaveLength(2)
})

test('the conversation shows to whom one gave it, and the reminder one set, until that is taken back', () => {
  const opened = openedFrom(openedOf(nadia, []))
  const remind: OwnAct = { is: 'remind', reminderId: 'r', wish }
  const now = having({ is: 'assign', assigneeId: 'vincent' }, remind).ofOpened(() => opened)
  expect(now.conversation()).toMatchObject({ assigneeId: 'vincent', followUpAt: wish.dueAt })
  expect(now.reminders()).toMatchObject([{ id: 'r', dueAt: wish.dueAt, state: 'waiting' }])
  const taken = having(remind, { is: 'undo-reminder', reminderId: 'r', version: 1 }).ofOpened(() => opened)
  expect(taken.reminders()).toEqual([])
})

test('among all reminders, what one ended is gone and what one moved stands at its new time', () => {
  const base = { ...wish, setBy: 'joelle', version: 1, state: 'waiting', conversationId: nadia.id } as const
  const two = [
    { ...base, id: 'r' },
    { ...base, id: 's', dueAt: '2026-11-25T08:00:00.000Z' },
  ]
  expect(having({ is: 'end-reminder', reminderId: 'r', how: 'done' }).reminders(two)).toEqual([two[1]])
  const earlier = { ...wish, dueAt: '2026-11-23T08:00:00.000Z' }
  const moved = having({ is: 'move-reminder', reminderId: 's', wish: earlier }).reminders(two)
  expect(moved.map(({ id, dueAt }) => [id, dueAt])).toEqual([
    ['s', earlier.dueAt],
    ['r', wish.dueAt],
  ])
})
