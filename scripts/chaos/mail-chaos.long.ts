import { test } from 'vitest'
import { runMailChaos } from './mail/run-mail-chaos.ts'

test('After twenty kills over ten thousand mails, none is lost, none is twice, and each doubt is told', async () => {
  await runMailChaos({ incoming: 5_000, outgoing: 5_000, kills: 20, seed: Date.now() })
})
