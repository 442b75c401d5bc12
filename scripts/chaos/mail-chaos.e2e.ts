import { test } from 'vitest'
import { runMailChaos } from './mail/run-mail-chaos.ts'

test('After three kills, each mail was received once, and each reply left once or is said to be in doubt', async () => {
  await runMailChaos({ incoming: 150, outgoing: 150, kills: 3, seed: 20_261_122 })
})
