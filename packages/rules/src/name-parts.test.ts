import { expect, test } from 'vitest'
import { nameParts } from './name-parts.ts'

test.each([
  ['Marie Dupont', 'Marie', 'Dupont'],
  ['Jean-Luc van den Broeck', 'Jean-Luc', 'van den Broeck'],
  ['Mme Dupont', '', 'Dupont'],
  ['M. Paul Petit', 'Paul', 'Petit'],
  ['DUPONT Marie', 'Marie', 'DUPONT'],
  ['MARIE DUPONT', 'MARIE', 'DUPONT'],
  ['Marc', 'Marc', ''],
  ['marc@exemple.be', '', ''],
  ['Martin & fils', '', ''],
  ['', '', ''],
])('%s is called « %s » « %s »', (name, first, last) => {
  expect(nameParts(name)).toEqual({ first, last })
})
