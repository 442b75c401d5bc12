import { expect, test } from 'vitest'
import { changeAfterTry, refusalReason } from './change-after-try.ts'

const now = new Date('2026-03-02T10:00:00Z')
const tried = { attempts: 0, queuedAt: '2026-03-02T09:59:59.000000Z' }
const putOff = { outcome: 'refused', code: 451, response: '451 4.7.1 Later', permanent: false } as const

test('a mail that was put off waits longer each time', () => {
  const waits = [0, 1, 2, 3, 4, 5, 20].map((attempts) => {
    const change = changeAfterTry(putOff, { ...tried, attempts }, now)
    return change.state === 'queued' ? (change.notBefore.getTime() - now.getTime()) / 60_000 : null
  })
  expect(waits).toEqual([1, 5, 15, 60, 120, 240, 240])
})

test('after three days it is given up', () => {
  const old = { attempts: 40, queuedAt: '2026-02-27T09:59:00.000000Z' }
  expect(changeAfterTry(putOff, old, now)).toMatchObject({ state: 'failed', reason: 'errors.delivery_gave_up' })
})

test('what may have left is unknown, and never waits to be sent again', () => {
  const lost = { outcome: 'unknown', reason: 'timeout', detail: 'Timeout' } as const
  expect(changeAfterTry(lost, tried, now)).toMatchObject({ state: 'unknown', reason: 'errors.delivery_unknown' })
})

test('an attachment that cannot be read is tried three times', () => {
  const unread = { outcome: 'not-sent', reason: 'content', detail: 'ENOENT' } as const
  expect(changeAfterTry(unread, { ...tried, attempts: 1 }, now).state).toBe('queued')
  expect(changeAfterTry(unread, { ...tried, attempts: 2 }, now)).toMatchObject({
    state: 'failed',
    reason: 'errors.delivery_attachment_away',
  })
})

test.each([
  [550, '550 5.1.1 <marc@exemple.example>: Recipient address rejected', 'errors.delivery_no_such_address'],
  [550, '550 No such user here', 'errors.delivery_no_such_address'],
  [552, '552 5.2.2 Mailbox full', 'errors.delivery_mailbox_full'],
  [552, '552 Message too large', 'errors.delivery_too_large'],
  [552, '552 5.3.4 Message too big', 'errors.delivery_too_large'],
  [550, '550 5.7.26 Unauthenticated sender', 'errors.delivery_distrusted'],
  [554, '554 Transaction failed', 'errors.delivery_refused'],
])('%i %s is explained as %s', (code, response, reason) => {
  expect(refusalReason({ code, response })).toBe(reason)
})
