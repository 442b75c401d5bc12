import { expect, test } from 'vitest'
import { isToSay, pauseAfter } from './trouble.ts'

const refused = { is: 'problem', problem: 'refused', detail: '' } as const
const wrong = { is: 'problem', problem: 'auth', detail: '' } as const

test('a server that does not answer is asked less and less often, and never less than every five minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((failures) => pauseAfter(refused, failures) / 1000)).toEqual([
    15, 30, 60, 120, 240, 300, 300,
  ])
})

test('a wrong password is not tried often enough to lock the account', () => {
  expect(pauseAfter(wrong, 1)).toBe(600_000)
})

test('a bad minute of the network is not told; what only a person can repair is told at once', () => {
  expect([isToSay(refused, 1), isToSay(refused, 2), isToSay(wrong, 1)]).toEqual([false, true, true])
})
