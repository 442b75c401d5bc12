import { expect, test } from 'vitest'
import { runMailChaos } from './mail/run-mail-chaos.ts'

test('After three kills, each mail was received once, and each reply left once or is said to be in doubt', async () => {
  const size = { incoming: 150, outgoing: 150, kills: 3, clients: 40 }
  const kills = await runMailChaos({ ...size, leases: 'ended', seed: 20_261_151 })
  const found = kills.flatMap(({ wished, reached }) => (reached === wished ? reached : []))
  expect(found).toEqual(['last dot out, not answered', 'being written', 'answered'])
})
