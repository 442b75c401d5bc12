import { presenceLifeMs } from '@comptoir/contract/realtime'
import { expect, test } from 'vitest'
import { openPresenceBook } from './presence.ts'

const look = (conversationId: string | null, doing: 'reading' | 'replying' = 'reading') => ({ conversationId, doing })

test('others hear when somebody comes, does something else and goes, and not when they merely stay', () => {
  const book = openPresenceBook()
  expect(book.look('w', 's1', 'hugo', look('a'))).toBe(true)
  expect(book.look('w', 's1', 'hugo', look('a'))).toBe(false)
  expect(book.look('w', 's1', 'hugo', look('a', 'replying'))).toBe(true)
  expect(book.everybody('w')).toEqual([{ conversationId: 'a', userId: 'hugo', doing: 'replying' }])
  expect(book.look('w', 's1', 'hugo', look(null))).toBe(true)
  expect(book.leave('w', 's1')).toBe(false)
  expect(book.everybody('w')).toEqual([])
})

test('whoever says nothing more is gone after a while', () => {
  let now = 0
  const book = openPresenceBook(() => now)
  book.look('w', 's1', 'hugo', look('a'))
  now = presenceLifeMs - 1
  book.look('w', 's2', 'sophie', look('a'))
  expect(book.sweep()).toEqual([])
  now = presenceLifeMs
  expect(book.sweep()).toEqual(['w'])
  expect(book.everybody('w').map((one) => one.userId)).toEqual(['sophie'])
})
