import { expect, test } from 'vitest'
import { findLinks } from './find-links.ts'

test('the point that ends the sentence is not part of the address', () => {
  expect(findLinks('Voyez https://lambert.example/devis?n=3. Merci !')).toEqual([
    { text: 'Voyez ' },
    { text: 'https://lambert.example/devis?n=3', href: 'https://lambert.example/devis?n=3' },
    { text: '. Merci !' },
  ])
})

test('an e-mail address can be written to', () => {
  expect(findLinks('(nadia@example.com)')).toEqual([
    { text: '(' },
    { text: 'nadia@example.com', href: 'mailto:nadia@example.com' },
    { text: ')' },
  ])
})

test('only web addresses become links', () => {
  expect(findLinks('javascript:alert(1) et file:///etc/passwd')).toEqual([
    { text: 'javascript:alert(1) et file:///etc/passwd' },
  ])
})
