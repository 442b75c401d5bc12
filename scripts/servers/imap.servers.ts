import { expect, test } from 'vitest'
import { ago, letter, openReading } from './open-reading.ts'

test('a mail that comes is read at once, without anybody looking', async () => {
  const { folders, connect, inbox, mailbox, folderRows } = await openReading()
  await connect()
  await expect.poll(async () => (await mailbox()).fetchedAt).not.toBeNull()
  const sentAt = performance.now()
  folders.deliver('INBOX', letter({ subject: 'Un devis' }))
  await expect.poll(inbox, { interval: 10 }).toMatchObject([{ subject: 'Un devis', clientName: 'Marc' }])
  console.log(`a mail is in the inbox ${Math.round(performance.now() - sentAt)} ms after Dovecot has it`)
  expect(await folderRows()).toMatchObject([
    { path: 'Drafts', role: 'other', chosen: false },
    { path: 'INBOX', role: 'inbox', chosen: true },
    { path: 'Junk', role: 'junk', chosen: false },
    { path: 'Sent', role: 'sent', chosen: true },
  ])
})

test('what was there before stays there, unless its history is wanted', async () => {
  const { folders, connect, incoming, mailbox } = await openReading({
    fill: (folders) => folders.fill('INBOX', [{ mail: letter({ subject: 'Ancien' }), at: ago(3) }]),
  })
  await connect()
  await expect.poll(async () => (await mailbox()).fetchedAt).not.toBeNull()
  folders.deliver('INBOX', letter({ subject: 'Neuf' }))
  await expect.poll(async () => (await incoming()).length).toBe(1)
  expect(await incoming()).toMatchObject([{ source: 'imap', folderRole: 'inbox', isHistory: false }])
})
