import { expect, test } from 'vitest'
import { parseSpans, writeSpans } from './parse-spans.ts'

test('hours are read as people write them', () => {
  const day = [
    { from: '09:00', to: '12:30' },
    { from: '14:00', to: '18:00' },
  ]
  for (const text of ['9h-12h30, 14h-18h', '09:00-12:30,14:00-18:00', '9 – 12:30 et 14 – 18', '9u-12u30 ; 14u-18u'])
    expect(parseSpans(text), text).toEqual(day)
  expect(parseSpans(writeSpans(day))).toEqual(day)
})

test('an empty day is closed, and what is no hour is not guessed', () => {
  expect(parseSpans('  ')).toEqual([])
  for (const text of ['matin', '9h', '25h-26h', '9h-12h-14h', '9h-12h70']) expect(parseSpans(text), text).toBeNull()
})
