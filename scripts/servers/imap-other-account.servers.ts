import { expect, onTestFinished, test } from 'vitest'
import type { MailboxTest } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { startSmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { asPerson } from '@comptoir/server/testing/as-person'
import { imapPassword, imapUser, letter, openReading } from './open-reading.ts'
import { startDovecot } from './start-dovecot.ts'
import { startProxy } from './start-proxy.ts'

const otherUser = 'atelier@atelier.test'

test('of another account of the same server, whose numbers are those of the first, every mail is read', async () => {
  const dovecot = await startDovecot({ [imapUser]: imapPassword, [otherUser]: imapPassword })
  onTestFinished(dovecot.remove)
  const sink = await startSmtpSink()
  onTestFinished(sink.close)
  // As at servers that give every mailbox the same.
  const proxy = await startProxy(dovecot.port, (said) =>
    Buffer.from(said.toString('latin1').replace(/UIDVALIDITY \d+/g, 'UIDVALIDITY 1'), 'latin1'),
  )
  const { sophie, mailboxId, mailbox, folders, folderRows, connect, incoming } = await openReading({ dovecot })
  await connect({ port: proxy.port })
  await expect.poll(async () => (await mailbox()).fetchedAt).not.toBeNull()
  folders.deliver('INBOX', letter({ subject: 'chez le premier' }))
  await expect.poll(async () => (await incoming()).length).toBe(1)
  const { body } = await asPerson(sophie).post<MailboxTest>(`/messaging/mailboxes/${mailboxId}/connect`, {
    commandId: makeId(),
    smtp: { host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
    imap: { host: '127.0.0.1', port: proxy.port, security: 'none', username: otherUser },
    password: imapPassword,
  })
  expect(body).toMatchObject({ ok: true })
  await expect.poll(async () => (await folderRows()).find(({ role }) => role === 'inbox')!.uidValidity).toBe(1)
  dovecot.foldersOf(otherUser).deliver('INBOX', letter({ subject: 'chez le second' }))
  await expect.poll(async () => (await incoming()).length).toBe(2)
})
