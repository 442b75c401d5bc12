import { expect, test } from 'vitest'
import { readAddresses } from './read-addresses.ts'

test('addresses are read as they are pasted: with names, commas, semicolons or lines between them', () => {
  expect(readAddresses('Nadia <NADIA@exemple.be>; "Paul" <paul@exemple.be>,\nlea@exemple.be marc@exemple.be')).toEqual({
    found: [
      { address: 'nadia@exemple.be', name: 'Nadia' },
      { address: 'paul@exemple.be', name: 'Paul' },
      { address: 'lea@exemple.be', name: '' },
      { address: 'marc@exemple.be', name: '' },
    ],
    rest: '',
  })
})

test('what is no address stays to be put right, and the same address is there once', () => {
  expect(readAddresses('nadia@exemple.be, nadia, paul@, Nadia@exemple.be')).toEqual({
    found: [{ address: 'nadia@exemple.be', name: '' }],
    rest: 'nadia, paul@',
  })
})
