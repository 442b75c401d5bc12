import { expect, test } from 'vitest'
import { initialsOf, toneOf } from './initials.ts'

test('a person is known by the first and the last word of a name', () => {
  expect(initialsOf('Élodie Lefèvre')).toBe('ÉL')
  expect(initialsOf('Jean-Luc de Vos')).toBe('JV')
  expect(initialsOf('boulangerie')).toBe('B')
  expect(initialsOf('Thiry & fils')).toBe('TF')
  expect(initialsOf('« 4 saisons »')).toBe('4S')
  expect(initialsOf('  ')).toBe('')
})

test('a client keeps one tone, and many clients share six', () => {
  expect(toneOf('Bart Leroy')).toBe(toneOf('Bart Leroy'))
  const counts = Map.groupBy(
    Array.from({ length: 600 }, (_, n) => toneOf(`client ${n}`)),
    (tone) => tone,
  )
  expect(counts.size).toBe(6)
  for (const [, same] of counts) expect(same.length).toBeGreaterThan(60)
})
