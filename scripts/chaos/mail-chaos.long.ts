import { expect, test } from 'vitest'
import { runMailChaos } from './mail/run-mail-chaos.ts'
import { stages } from './mail/stages.ts'

test('After twenty kills over ten thousand mails, none is lost, none is twice, and each doubt is told', async () => {
  const size = { incoming: 5_000, outgoing: 5_000, kills: 20, clients: 400 }
  const kills = await runMailChaos({ ...size, leases: 'left', seed: Date.now() })
  const reached = kills.flatMap((kill) => (kill.reached === kill.wished ? kill.reached : []))
  expect(reached.length).toBe(size.kills)
  expect([...new Set(reached)].toSorted()).toEqual([...stages].toSorted())
})
