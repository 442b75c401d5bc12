import { expect, test } from 'vitest'
import { readNumber, showNumber, writeNumber } from './decimal.ts'

test.each([
  ['12,5', '12.5'],
  ['12.5', '12.5'],
  ['1 234,50', '1234.50'],
  ['1\u202f234\u202f567', '1234567'],
  ['1.234.567,8', '1234567.8'],
  ['1,234.5', '1234.5'],
  ['\u2212 3', '-3'],
  [',5', '0.5'],
  ['7,', '7'],
  ['', ''],
  ['douze', 'douze'],
])('%s is %s', (typed, kept) => {
  expect(readNumber(typed)).toBe(kept)
})

test('a number is read to its last digit, in the language', () => {
  expect(showNumber('999999999999.999999', 'fr').replaceAll(/\s/g, ' ')).toBe('999 999 999 999,999999')
  expect(showNumber('0.1', 'nl')).toBe('0,1')
  expect(writeNumber('1234.5', 'fr')).toBe('1234,5')
  expect(readNumber(writeNumber('-0.000001', 'nl'))).toBe('-0.000001')
})
