import { expect, onTestFinished, test } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { startSmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { asPerson } from '@comptoir/server/testing/as-person'
import { imapUser, letter, openReading, startBeside } from './open-reading.ts'

test('what Sophie answers is put among what was sent, once, as read', async () => {
  const { test, folders, server, mailboxId, answer, sentCopy } = await openCorrespondence()
  await answer('Cent euros')
  const isKept = async () => (server.fetching.wake(mailboxId), await sentCopy())
  await expect.poll(isKept).toBe('kept')
  expect(folders.mailsIn('Sent')).toEqual([expect.stringContaining('Cent euros')])
  expect(folders.namesIn('Sent')).toEqual([expect.stringMatching(/:2,\w*S/)])
  // As after a power cut before it was written down.
  await asOwner(test, `update delivery set sent_copy = 'wanted'`)
  await expect.poll(isKept).toBe('kept')
  expect(folders.mailsIn('Sent')).toHaveLength(1)
})

test('a copy that the provider keeps itself is found, and not put there again', async () => {
  const reading = await openCorrespondence()
  await reading.server.fetching.stop()
  await reading.answer('Cent euros')
  await expect.poll(() => reading.sink.mails.length).toBe(1)
  reading.folders.fill('Sent', [{ mail: reading.sink.mails[0]!.raw.toString(), at: new Date() }])
  startBeside(reading)
  await expect.poll(reading.sentCopy).toBe('kept')
  expect(reading.folders.mailsIn('Sent')).toHaveLength(1)
  await expect.poll(async () => (await reading.incoming()).some(({ folderRole }) => folderRole === 'sent')).toBe(true)
  await expect.poll(reading.said).toEqual(['in: Bonjour', 'out: Cent euros'])
})

test('an answer written on a telephone appears in the conversation as ours', async () => {
  const { folders, server, mailboxId, said } = await openCorrespondence()
  const mail = letter({
    from: imapUser,
    to: 'marc@exemple.example',
    subject: 'Re: Un devis',
    text: 'De mon téléphone : oui.',
    answers: 'Un-devis@exemple.example',
  })
  folders.fill('Sent', [{ mail, at: new Date() }])
  server.fetching.wake(mailboxId)
  await expect.poll(said).toEqual(['in: Bonjour', 'out: De mon téléphone : oui.'])
})

/** Marc wrote; the mailbox is read from a Dovecot and sends by a server beside it. */
async function openCorrespondence() {
  const reading = await openReading()
  const { test, server, sophie, workspaceId, mailboxId, folders, inbox } = reading
  const sink = await startSmtpSink()
  onTestFinished(sink.close)
  await asOwner(
    test,
    `update mailbox set carrier = 'smtp', smtp_host = '127.0.0.1', smtp_port = $2, smtp_security = 'none', address = $3
     where workspace_id = $1`,
    [workspaceId, sink.port, imapUser],
  )
  await reading.connect()
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  folders.deliver('INBOX', letter({ subject: 'Un devis' }))
  await expect.poll(inbox).toHaveLength(1)
  const { id } = (await inbox())[0]!
  const path = `/inbox/conversations/${id}`

  return {
    ...reading,
    sink,
    mailboxId,
    async answer(text: string) {
      const input = {
        commandId: makeId(),
        messageId: makeId(),
        bodyHtml: `<p>${text}</p>`,
        baseSeq: 0,
        conflict: 'anyway',
      }
      expect((await asPerson(sophie).post(`${path}/replies`, input)).status).toBe(201)
    },
    async said() {
      const { body } = await asPerson(sophie).get<OpenedConversation>(path)
      return body.items.flatMap((item) => (item.is === 'message' ? `${item.direction}: ${item.text}` : []))
    },
    sentCopy: () =>
      inWorkspace(server.db, workspaceId, async (tx) => {
        const row = await tx.selectFrom('delivery').select('sentCopy').executeTakeFirst()
        return row?.sentCopy
      }),
  }
}
