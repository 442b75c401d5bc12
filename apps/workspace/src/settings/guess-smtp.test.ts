import { expect, test } from 'vitest'
import { guessSmtp } from './guess-smtp.ts'

test('Nadia, who is at Orange, finds its server filled in', () => {
  expect(guessSmtp('nadia@orange.fr')).toEqual({
    host: 'smtp.orange.fr',
    port: 465,
    security: 'tls',
    username: 'nadia@orange.fr',
  })
})

test('a business with a domain of its own gets a guess it can correct', () => {
  expect(guessSmtp('bonjour@maison-lambert.be')).toMatchObject({ host: 'smtp.maison-lambert.be', port: 587 })
})

test('an address without a domain, or at a machine, guesses no server', () => {
  for (const address of ['', 'zoe@localhost', 'zoe@127.0.0.1']) expect(guessSmtp(address).host).toBe('')
})
