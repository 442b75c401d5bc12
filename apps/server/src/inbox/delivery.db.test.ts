import type { ListPage } from '@comptoir/contract/inbox'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { connectTo } from '../messaging/testing/connect-sink.ts'
import { openTestReceiver } from '../messaging/testing/test-receiver.ts'
import { asOwner } from '../testing/as-owner.ts'
import { eventually } from '../testing/eventually.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openMailShop } from './testing/open-mail-shop.ts'

test('by default nothing leaves the machine, and the message shows sent', async () => {
  const { sophie, delivery, reply, receipt } = await openMailShop()
  const message = await reply('Cent euros')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent', reason: null })
  const [heard] = (await eventsHeardBy(sophie)).filter(({ name }) => name === 'inbox.receipt_changed')
  expect(heard!.data).toMatchObject({ messageId: message, receipt: await receipt(message) })
})

test('a reply leaves through the account of its mailbox, as one mail that names the thread', async () => {
  const { sophie, conversation, delivery, sink, marc, mailbox, reply, receipt } = await openMailShop()
  await connectTo(sink, sophie, mailbox.id)
  const message = await reply('Cent euros')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent', answer: expect.stringMatching(/^250/) })
  const [mail, ...others] = sink.mails
  expect(others).toEqual([])
  expect(mail).toMatchObject({ from: mailbox.address, to: [marc.email] })
  const raw = mail!.raw.toString()
  const asked = `<${conversation.messageIds[0]}@exemple.example>`
  expect(raw).toContain(`Message-ID: <${message}@comptoir.test>`)
  expect(raw).toContain(`In-Reply-To: ${asked}`)
  expect(raw).toContain(`References: ${asked}`)
  expect(raw).toContain('Subject: =?UTF-8?Q?Re=3A_V=C3=A9lo?=')
  expect(raw).toMatch(/^Reply-To:\s+chez-marc\+r[a-z2-7]{42}@comptoir\.test/m)
})

test('what was written for the sandbox stays there when an account is connected afterwards', async () => {
  const { sophie, delivery, sink, mailbox, reply, receipt } = await openMailShop()
  await asPerson(sophie).post(`/messaging/mailboxes/${mailbox.id}/pause`, { commandId: makeId() })
  const early = await reply('Pour le bac à sable')
  await connectTo(sink, sophie, mailbox.id)
  const late = await reply('Pour de vrai')
  await asPerson(sophie).post(`/messaging/mailboxes/${mailbox.id}/resume`, { commandId: makeId() })
  await eventually(async () => expect(await receipt(late)).toMatchObject({ state: 'sent' }))
  await delivery.idle()
  expect(await receipt(early)).toMatchObject({ state: 'sent' })
  expect(sink.mails.map(({ raw }) => raw.toString().includes('Pour de vrai'))).toEqual([true])
})

test('messages of a conversation leave in the order they were written', async () => {
  const { delivery, sink, reply } = await openMailShop({})
  for (const text of ['un', 'deux', 'trois', 'quatre', 'cinq']) await reply(text)
  await delivery.idle()
  const said = sink.mails.map(
    ({ raw }) => /un|deux|trois|quatre|cinq/.exec(raw.toString().split('\r\n\r\n').slice(1).join())![0],
  )
  expect(said).toEqual(['un', 'deux', 'trois', 'quatre', 'cinq'])
})

test('an address that does not exist fails at once, says why, and marks the conversation', async () => {
  const { delivery, reply, receipt, failedAt } = await openMailShop({
    refuse: { at: 'recipient', code: 550, message: '5.1.1 No such user' },
  })
  const message = await reply('Bonjour')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({
    state: 'failed',
    reason: 'errors.delivery_no_such_address',
    answer: expect.stringContaining('No such user'),
  })
  expect(await failedAt()).not.toBeNull()
})

test('a mailbox whose password is wrong says so, keeps its mail, and sends it once it is right', async () => {
  const { test, sophie, delivery, sink, mailbox, workspaceId, reply, receipt } = await openMailShop({
    auth: { user: 'sophie', password: 'la bonne' },
  })
  await asOwner(test, `update mailbox set smtp_username = 'sophie' where workspace_id = $1`, [workspaceId])
  const message = await reply('Bonjour')
  const second = await reply('Encore')
  await eventually(async () =>
    expect(await receipt(message)).toMatchObject({ reason: 'errors.delivery_waits_for_account' }),
  )
  const mailboxes = async () => (await asPerson(sophie).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes
  expect(await mailboxes()).toMatchObject([{ state: 'failing', lastProblem: 'auth' }])

  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none', username: 'sophie' }
  const account = { commandId: makeId(), smtp, imap: null, password: 'la bonne' }
  await asPerson(sophie).post(`/messaging/mailboxes/${mailbox.id}/connect`, account)
  await delivery.idle()
  expect(await mailboxes()).toMatchObject([{ state: 'active', lastProblem: null }])
  expect(await receipt(second)).toMatchObject({ state: 'sent' })
  expect(sink.mails).toHaveLength(2)
})

test('a delivery report of a mail that left marks its message failed, and is no message itself', async () => {
  const { test, sophie, delivery, marc, mailbox, reply, receipt } = await openMailShop({})
  const mail = await openTestReceiver(test)
  const message = await reply('Bonjour')
  await delivery.idle()
  await mail.hand(
    bounceOf(`${message}@comptoir.test`, marc.email, mailbox.address),
    mailbox.address,
    'mailer-daemon@exemple.example',
  )
  await test.server.intake.idle()
  expect(await receipt(message)).toMatchObject({
    state: 'failed',
    reason: 'errors.delivery_no_such_address',
    answer: '550 5.1.1 No such user here',
  })
  const { body } = await asPerson(sophie).get<ListPage>('/inbox/conversations')
  expect(body.rows).toHaveLength(1)
})

test('a delivery report that comes before the server’s answer is not lost', async () => {
  const gate = Promise.withResolvers<void>()
  const { test, delivery, sink, marc, mailbox, reply, receipt } = await openMailShop({ answerAfter: gate.promise })
  const mail = await openTestReceiver(test)
  const message = await reply('Bonjour')
  await eventually(() => expect(sink.mails).toHaveLength(1))
  await mail.hand(
    bounceOf(`${message}@comptoir.test`, marc.email, mailbox.address),
    mailbox.address,
    'mailer-daemon@exemple.example',
  )
  await test.server.intake.idle()
  expect(await receipt(message)).toMatchObject({ state: 'failed' })
  gate.resolve()
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'failed', answer: '550 5.1.1 No such user here' })
})

function bounceOf(mailId: string, recipient: string, to: string) {
  return [
    'From: Mail Delivery System <mailer-daemon@exemple.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry to have to inform you',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.exemple.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such',
    '    user here',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${mailId}>`,
    'Subject: Re',
    '',
    'text',
    '--b--',
    '',
  ].join('\r\n')
}
