import { expect, test } from 'vitest'
import { showPhone } from './show-phone.ts'

test.each([
  ['+33662992373', '+33 6 62 99 23 73'],
  ['+32470390852', '+32 470 39 08 52'],
  ['+3225551234', '+32 2 555 12 34'],
  ['+3281234567', '+32 81 23 45 67'],
  ['06 62 99 23 73', '06 62 99 23 73'],
  ['+15551234567', '+15551234567'],
])('%s reads %s', (kept, shown) => {
  expect(showPhone(kept).replaceAll('\u00a0', ' ')).toBe(shown)
})
