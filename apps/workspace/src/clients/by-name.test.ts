import { expect, test } from 'vitest'
import { byName } from './by-name.ts'

test('a name with an accent stands where a dictionary has it', () => {
  const tags = ['Fidèle', 'Écoles', 'À rappeler', 'devis', 'Zinguerie'].map((name) => ({ name }))
  expect(byName(tags, 'fr').map(({ name }) => name)).toEqual(['À rappeler', 'devis', 'Écoles', 'Fidèle', 'Zinguerie'])
})
