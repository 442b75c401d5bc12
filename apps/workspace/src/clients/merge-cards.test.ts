import { expect, test } from 'vitest'
import type { ClientFields } from './client-acts.ts'
import { mergeCards } from './merge-cards.ts'

const seen: ClientFields = {
  name: 'Nadia Jacquemin',
  company: '',
  street: '9 rue du Moulin',
  postalCode: '08000',
  town: 'Charleville-Mézières',
  country: 'France',
  note: '',
  emails: ['nadia@example.com'],
  phones: [],
}

test('a colleague who was quicker keeps what they wrote in the fields one did not touch', () => {
  const written = { ...seen, note: 'Appeler après 18 h', phones: ['0476 12 34 56'] }
  const theirs = { ...seen, town: 'Sedan', postalCode: '08200', emails: ['nadia@example.com', 'nadia@work.example'] }
  expect(mergeCards(seen, written, theirs)).toEqual({
    ...theirs,
    note: 'Appeler après 18 h',
    phones: ['0476 12 34 56'],
  })
})

test('what both wrote is what one wrote oneself, to be looked at before it is saved', () => {
  expect(mergeCards(seen, { ...seen, town: 'Givet' }, { ...seen, town: 'Sedan' }).town).toBe('Givet')
})
