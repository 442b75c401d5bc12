import { expect, test } from 'vitest'
import { referencesFrom } from './references-from.ts'

const ids = (count: number, length = 20) =>
  Array.from({ length: count }, (_, n) => `${String(n).padStart(length - 6, '0')}@a.be`)

test('a short thread names all of its mails, oldest first', () => {
  expect(referencesFrom('racine@a.be', ['racine@a.be', 'deux@a.be', 'trois@a.be'])).toEqual([
    'racine@a.be',
    'deux@a.be',
    'trois@a.be',
  ])
})

test('a first mail names none', () => {
  expect(referencesFrom(null, [])).toEqual([])
})

test('of a long thread the middle goes: the root and the last ones stay', () => {
  const last = ids(40)
  const named = referencesFrom('racine@a.be', last)
  expect(named).toHaveLength(40)
  expect([named[0], named.at(-1)]).toEqual(['racine@a.be', last.at(-1)])
})

test('long ids count by their characters', () => {
  const named = referencesFrom('racine@a.be', ids(40, 200))
  expect(named.map((id) => `<${id}>`).join(' ').length).toBeLessThanOrEqual(2000)
  expect(named[0]).toBe('racine@a.be')
  expect(named).toHaveLength(10)
})
