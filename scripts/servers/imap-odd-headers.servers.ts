import { expect, test } from 'vitest'
import { letter, openReading } from './open-reading.ts'
import { startProxy } from './start-proxy.ts'

test('signs that no database holds, in the head of a mail, keep back neither it nor those behind it', async () => {
  const reading = await openReading()
  // Dovecot gives another sign in the place of a NUL.
  const proxy = await startProxy(reading.dovecot.port, (said) =>
    Buffer.from(said.toString('latin1').replaceAll('¤', '\0'), 'latin1'),
  )
  await reading.connect({ port: proxy.port })
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  reading.folders.deliver('INBOX', Buffer.from(letter({ subject: 'un', id: 'u¤n@exemple.example' }), 'latin1'))
  reading.folders.deliver('INBOX', letter({ subject: 'deux' }))
  await expect.poll(async () => (await reading.incoming()).length).toBe(2)
  await expect
    .poll(async () => (await reading.inbox()).map(({ subject }) => subject).toSorted())
    .toEqual(['deux', 'un'])
})
