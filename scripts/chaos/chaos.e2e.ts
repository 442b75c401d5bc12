import { test } from 'vitest'
import { runChaos } from './run-chaos.ts'

test('After cuts and kills, Joëlle, Vincent and Nadia see the same counter, and nothing twice', async () => {
  await runChaos({ commands: 200, kills: 2, seed: 20_261_122 })
})
