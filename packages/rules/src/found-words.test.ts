import { expect, test } from 'vitest'
import { excerpt, foundWords } from './found-words.ts'

const found = (text: string, ...sought: string[]) =>
  foundWords(text, sought)
    .filter(({ is }) => is === 'found')
    .map((piece) => piece.text)

test('a word is found whatever its accents, its number, or how it ends', () => {
  expect(found('Les réparations, à Réparer', 'reparation')).toEqual(['réparations', 'Réparer'])
  expect(found('Votre devis pour la toiture', 'toit')).toEqual(['toiture'])
  expect(found('Un comptoir et un compte', 'compte')).toEqual(['compte'])
})

test('the pieces of a text are the text', () => {
  const text = '<b>Élodie</b> a vu 😀 l’œuvre d’Élodie'
  expect(
    foundWords(text, ['elodie'])
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})

test('of a long text one reads the words around what was found', () => {
  const text = `${'Bonjour à tous. '.repeat(50)}La toiture fuit. ${'Merci beaucoup. '.repeat(50)}`
  const shown = excerpt(text, ['toiture'], 120)
  expect(shown).toContain('La toiture fuit.')
  expect(shown.length).toBeLessThan(130)
  expect(shown).toMatch(/^… .* …$/)
})
