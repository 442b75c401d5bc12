import { expect, test } from 'vitest'
import { changeAfterTry, refusalReason } from './change-after-try.ts'

const tried = { attempts: 0, patience: 'left', copy: null } as const
const putOff = { outcome: 'refused', code: 451, response: '451 4.7.1 Later', permanent: false } as const

test('a mail that was put off waits longer each time', () => {
  const waits = [0, 1, 2, 3, 4, 5, 20].map((attempts) => {
    const change = changeAfterTry(putOff, { ...tried, attempts })
    return change.state === 'queued' ? change.waitSeconds / 60 : null
  })
  expect(waits).toEqual([1, 5, 15, 60, 120, 240, 240])
})

test('after three days it is given up', () => {
  const old = { ...tried, attempts: 40, patience: 'over' } as const
  expect(changeAfterTry(putOff, old)).toMatchObject({ state: 'failed', reason: 'errors.delivery_gave_up' })
})

test('what may have left is unknown, and never waits to be sent again', () => {
  const lost = { outcome: 'unknown', reason: 'timeout', detail: 'Timeout' } as const
  expect(changeAfterTry(lost, tried)).toEqual({ state: 'unknown', reason: 'errors.delivery_unknown', answer: null })
})

test('an attachment that cannot be read is tried three times', () => {
  const unread = { outcome: 'not-sent', reason: 'content', detail: 'ENOENT' } as const
  expect(changeAfterTry(unread, { ...tried, attempts: 1 }).state).toBe('queued')
  expect(changeAfterTry(unread, { ...tried, attempts: 2 })).toMatchObject({
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
