import { test } from 'vitest'
import { runChaos } from './run-chaos.ts'

test('After ten kills and two thousand commands, everybody sees the same counter, and nothing twice', async () => {
  await runChaos({ commands: 2_000, kills: 10, seed: Date.now() })
})
