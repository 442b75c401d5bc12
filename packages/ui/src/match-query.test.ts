import { expect, test } from 'vitest'
import { matchesQuery } from './match-query.ts'

test('accents, capitals and the order of words are forgiven', () => {
  expect(matchesQuery('lefevre elo', 'Élodie Lefèvre')).toBe(true)
  expect(matchesQuery('', 'Messagerie')).toBe(true)
  expect(matchesQuery('moreau', 'Élodie Lefèvre')).toBe(false)
  expect(matchesQuery('odie', 'Élodie Lefèvre')).toBe(false)
})
