import { expect, test } from 'vitest'
import { slipsBetween } from './slips-between.ts'

test('letters swapped, missing, too many or wrong are one slip each', () => {
  for (const typed of ['toitrue', 'toture', 'toiiture', 'toizure']) expect(slipsBetween(typed, 'toiture')).toBe(1)
  expect(slipsBetween('toiture', 'toiture')).toBe(0)
  expect(slipsBetween('toit', 'mur')).toBe(4)
})
