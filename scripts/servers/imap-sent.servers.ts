import { expect, onTestFinished, test } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { startSmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { asPerson } from '@comptoir/server/testing/as-person'
import { imapUser, letter, openReading, startBeside } from './open-reading.ts'
import { startProxy, type Fault } from './start-proxy.ts'

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

test('what Sophie answers is among what was sent within seconds, without anybody looking', async () => {
  const { folders, answer } = await openCorrespondence()
  for (let number = 1; number <= 25; number++) await answer(`Cent euros, ${number}`)
  await expect.poll(() => folders.mailsIn('Sent').length).toBe(25)
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

test('twenty copies that the provider refuses keep back none of those behind them', async () => {
  let refused = 0
  const { server, mailboxId, answer, sink, sentCopies } = await openCorrespondence((said) => {
    const words = said.toString('latin1')
    if (refused === 20 || !words.includes('Append completed')) return said
    refused += 1
    return Buffer.from(words.replace(/^(\w+) OK \[APPENDUID [^\r\n]*/m, '$1 NO [OVERQUOTA] Full'), 'latin1')
  })
  for (let number = 1; number <= 21; number++) await answer(`Cent euros, ${number}`)
  await expect.poll(() => sink.mails.length).toBe(21)
  const kept = async () => (
    server.fetching.wake(mailboxId),
    (await sentCopies()).filter((one) => one === 'kept').length
  )
  await expect.poll(kept).toBe(1)
  expect(refused).toBe(20)
})

/** Marc wrote; the mailbox is read from a Dovecot and sends by a server beside it. */
async function openCorrespondence(fault: Fault = (said) => said) {
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
  const proxy = await startProxy(reading.dovecot.port, fault)
  await reading.connect({ port: proxy.port })
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
    sentCopies,
    sentCopy: async () => (await sentCopies())[0],
  }

  function sentCopies() {
    return inWorkspace(server.db, workspaceId, async (tx) => {
      const rows = await tx.selectFrom('delivery').select('sentCopy').orderBy('id').execute()
      return rows.map(({ sentCopy }) => sentCopy)
    })
  }
}
