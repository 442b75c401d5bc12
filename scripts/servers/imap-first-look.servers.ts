import { expect, test } from 'vitest'
import { letter, openReading } from './open-reading.ts'
import { startProxy } from './start-proxy.ts'

test('a mail that comes while a mailbox is looked at for the first time is read', async () => {
  const { dovecot, folders, connect, incoming } = await openReading()
  let opened = 0
  const proxy = await startProxy(dovecot.port, (said) => {
    if (said.includes('OK [READ-ONLY]')) opened += 1
    // After the inbox, the second is what was sent.
    if (said.includes('OK [READ-ONLY]') && opened === 2) folders.deliver('INBOX', letter({ subject: 'Entre-temps' }))
    return said
  })
  await connect({ port: proxy.port })
  await expect.poll(async () => (await incoming()).length).toBe(1)
})
