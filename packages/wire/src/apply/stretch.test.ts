import type { NoteItem } from '@comptoir/contract/timeline'
import type { StaffEvent, StaffFacts } from '@comptoir/contract/events'
import type { ConversationRow, ListPage } from '@comptoir/contract/inbox'
import { expect, test } from 'vitest'
import { addListPage, applyToList, listFrom } from './inbox.ts'
import { expectPage } from './stretch.ts'

const hugo = { userId: 'hugo', role: 'member' } as const
const lea = { userId: 'lea', role: 'delegate' } as const

test('a row that moves goes to its place, once', () => {
  const list = listFrom(page({ rows: [row('c', 3), row('b', 2), row('a', 1)] }))
  const moved = applyToList(list, said(2, row('a', 4)), hugo)
  expect(ids(moved)).toEqual(['a', 'c', 'b'])
  expect(applyToList(moved, said(2, row('b', 9)), hugo)).toBe(moved)
})

test('what sorts below the last page that was loaded does not come in', () => {
  const list = listFrom(page({ rows: [row('c', 3), row('b', 2)], next: `${at(2)}_b` }))
  expect(ids(applyToList(list, reopened(2, row('a', 1)), hugo))).toEqual(['c', 'b'])
  expect(ids(applyToList(list, reopened(2, row('d', 2)), hugo))).toEqual(['c', 'd', 'b'])
})

test('a page that was asked joins, with all that happened since it was read', () => {
  const list = expectPage(listFrom(page({ seq: 1, rows: [row('d', 4), row('c', 3)], next: `${at(3)}_c` })))
  const archived = applyToList(list, reopened(2, { ...row('b', 2), state: 'archived' }), hugo)
  const risen = applyToList(archived, said(3, row('a', 9)), hugo)
  const older = page({ seq: 1, rows: [row('b', 2), row('a', 1)] })
  const whole = addListPage(risen, older, hugo)
  expect(ids(whole)).toEqual(['a', 'd', 'c'])
  expect(whole).toMatchObject({ seq: 3, next: null, since: null })
})

test('a page read later than the list says the same once the events have come', () => {
  const list = expectPage(listFrom(page({ seq: 1, rows: [row('d', 4), row('c', 3)], next: `${at(3)}_c` })))
  const later = page({ seq: 2, rows: [row('b', 2)] })
  const whole = applyToList(addListPage(list, later, hugo), said(2, row('a', 9)), hugo)
  expect(ids(whole)).toEqual(['a', 'd', 'c', 'b'])
})

test('the unread view keeps what has something unread, and lets go of the rest', () => {
  const list = listFrom(page({ view: 'unread', rows: [row('b', 2)], unread: { b: 2 } }))
  const other = applyToList(list, said(2, row('a', 3), { hugo: 1 }), hugo)
  expect([ids(other), other.unread]).toEqual([['a', 'b'], { a: 1, b: 2 }])
  const read = applyToList(other, fact(3, 'inbox.conversation_read', { conversation: row('b', 2), unread: {} }), hugo)
  expect([ids(read), read.unread]).toEqual([['a'], { a: 1 }])
  const back = applyToList(
    read,
    fact(4, 'inbox.conversation_marked_unread', { conversation: row('b', 2), unread: { hugo: 1 } }),
    hugo,
  )
  expect(ids(back)).toEqual(['a', 'b'])
})

test('a receipt changes a row that is there and brings in none', () => {
  const list = listFrom(page({ rows: [row('b', 2)], unread: { b: 1 } }))
  const receipt = { state: 'failed', at: at(5), reason: null, answer: null, complainedAt: null } as const
  const failed = applyToList(
    list,
    fact(2, 'inbox.receipt_changed', { conversation: { ...row('b', 2), failedAt: at(5) }, messageId: 'm', receipt }),
    hugo,
  )
  expect([failed.rows[0]?.failedAt, failed.unread]).toEqual([at(5), { b: 1 }])
  expect(
    ids(
      applyToList(
        failed,
        fact(3, 'inbox.receipt_changed', { conversation: row('z', 9), messageId: 'm', receipt }),
        hugo,
      ),
    ),
  ).toEqual(['b'])
})

test('to a delegate comes what is confided, and goes what is taken back', () => {
  const list = listFrom(page({ rows: [] }))
  const confided = { ...row('a', 1), assigneeId: 'lea' }
  const granted = applyToList(list, fact(2, 'access.granted', { conversation: confided, unread: { lea: 2 } }), lea)
  expect([ids(granted), granted.unread]).toEqual([['a'], { a: 2 }])
  expect(ids(applyToList(granted, fact(3, 'access.revoked', { conversationIds: ['a'] }), lea))).toEqual([])
  expect(ids(applyToList(list, said(2, row('b', 1)), lea))).toEqual([])
})

test('old states stay as they were', () => {
  const list = listFrom(page({ rows: [row('b', 2)], unread: { b: 1 } }))
  const copy = structuredClone(list)
  applyToList(list, said(2, row('b', 5), { hugo: 3 }), hugo)
  expect(list).toEqual(copy)
})

function ids(list: { rows: { id: string }[] }) {
  return list.rows.map((one) => one.id)
}

function at(second: number) {
  return `2026-11-21T10:00:0${second}.000000Z`
}

function page(given: Partial<ListPage>): ListPage {
  return { seq: 1, view: 'open', filter: {}, rows: [], unread: {}, next: null, ...given }
}

function row(id: string, second: number): ConversationRow {
  return {
    id,
    clientId: 'marc',
    clientName: 'Marc',
    subject: '',
    state: 'open',
    source: 'email',
    sourceUrl: null,
    assigneeId: null,
    lastSeq: second,
    lastAt: at(second),
    lastPreview: '',
    lastDirection: 'in',
    waitingSince: null,
    failedAt: null,
    sentAt: null,
    followUpAt: null,
    dueNote: null,
    topAt: at(second),
  }
}

function fact<Name extends StaffEvent['name']>(seq: number, name: Name, data: StaffFacts[Name]) {
  return { workspaceId: 'w', seq, name, data, actorId: null, at: at(9) } as StaffEvent
}

function said(seq: number, conversation: ConversationRow, unread: Record<string, number> = {}) {
  const note = {
    is: 'note' as const,
    id: `n${seq}`,
    seq: conversation.lastSeq,
    userId: 'sophie',
    authorName: 'Sophie',
    text: 'Vu',
    mentions: [],
    at: conversation.lastAt,
  } satisfies NoteItem
  return fact(seq, 'inbox.note_added', { conversation, note, unread })
}

function reopened(seq: number, conversation: ConversationRow) {
  const entry = {
    is: 'entry',
    id: `e${seq}`,
    kind: 'reopened',
    actorName: 'Sophie',
    userId: null,
    refId: null,
    summary: '',
    dueAt: null,
    at: at(9),
  } as const
  return fact(seq, 'inbox.conversation_reopened', { conversation, entry, unread: {} })
}
