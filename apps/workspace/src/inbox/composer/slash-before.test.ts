import { expect, test } from 'vitest'
import { slashBefore } from './slash-before.ts'

test('a slash that begins a word asks for what follows it', () => {
  expect(slashBefore('/')).toBe('')
  expect(slashBefore('Bonjour, /dev')).toBe('dev')
  expect(slashBefore('Bonjour\n/prêt à')).toBe('prêt à')
})

test('a slash within a word, or with a space after it, asks for nothing', () => {
  for (const text of ['12/11', 'et/ou', 'https://', 'a / b', '/ ', '/dev ']) expect(slashBefore(text)).toBeUndefined()
})
