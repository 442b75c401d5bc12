import { expect, test } from 'vitest'
import { slugOf } from './slug-of.ts'

test('the name of a business becomes an address that can be typed anywhere', () => {
  expect(slugOf('Boulangerie Chez Léa')).toBe('boulangerie-chez-lea')
  expect(slugOf('L’Œuf à la Coque & Cie !')).toBe('l-oeuf-a-la-coque-cie')
  expect(slugOf('  --  ')).toBe('comptoir')
  expect(slugOf('寿司')).toBe('comptoir')
  expect(slugOf('Chez nous', 3)).toBe('chez-nous-3')
})

test('a long name gives a short address, whatever it is cut in', () => {
  for (const name of [
    'a'.repeat(80),
    'Entreprise générale de menuiserie et de charpente Dupont-Lefèvre',
    `${'é'.repeat(39)} b`,
  ]) {
    expect(slugOf(name, 12)).toMatch(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/)
  }
})
