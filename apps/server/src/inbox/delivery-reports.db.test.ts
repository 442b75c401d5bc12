import type { Counts, OpenedConversation } from '@comptoir/contract/inbox'
import type { ToSortPage } from '@comptoir/contract/messaging'
import { expect, onTestFinished, test } from 'vitest'
import { startNameServer } from '../messaging/testing/name-server.ts'
import { openTestReceiver } from '../messaging/testing/test-receiver.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventually } from '../testing/eventually.ts'
import { deliveryReport, type DeliveryReport } from './testing/delivery-report.ts'
import { openMailShop, startPumpBeside } from './testing/open-mail-shop.ts'

test('a server that reports is asked to, under the name of the delivery', async () => {
  const { delivery, sink, reply, track } = await openMailShop({ reports: 'offered' })
  const message = await reply('Bonjour')
  await delivery.idle()
  const [{ id } = { id: '' }] = await track(message)
  expect(sink.mails[0]!.asked).toEqual({ envelopeId: id, return: 'HDRS', notify: ['SUCCESS', 'FAILURE', 'DELAY'] })
})

test('a server that does not report is asked nothing it would refuse', async () => {
  const { delivery, sink, reply } = await openMailShop({})
  await reply('Bonjour')
  await delivery.idle()
  expect(sink.mails).toMatchObject([{ asked: null }])
})

test('a report of success says delivered, and when each came to pass', async () => {
  const { test, hugo, looking, sent, report, track } = await shopWithReports()
  const message = await sent('Bonjour')
  const about = { action: 'delivered', messageId: `${message}@comptoir.test` } as const
  await expectLive(test, hugo, looking, () => report(about))
  const [one] = await track(message)
  expect(one).toMatchObject({ state: 'delivered', reason: null, attempts: 1, nextTryAt: null })
  expect(one!.steps.map(({ state }) => state)).toEqual(['queued', 'sent', 'delivered'])
  expect(one!.steps.map(({ at }) => at)).toEqual(one!.steps.map(({ at }) => at).toSorted())
})

test.each(['relayed', 'expanded'] as const)('a mail that was %s is no more than sent', async (action) => {
  const { sent, report, receipt } = await shopWithReports()
  const message = await sent('Bonjour')
  await report({ action, messageId: `${message}@comptoir.test` })
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
})

test('a report that names the envelope alone finds its message, whatever address it was forwarded to', async () => {
  const { sent, report, receipt, track } = await shopWithReports()
  const message = await sent('Bonjour')
  const [{ id } = { id: '' }] = await track(message)
  await report({ action: 'delivered', envelopeId: id, recipient: 'ailleurs@exemple.example' })
  expect(await receipt(message)).toMatchObject({ state: 'delivered' })
})

test('a report that names nobody’s mail is about the only one that went to its recipient these days', async () => {
  const { sent, report, receipt } = await shopWithReports()
  const message = await sent('Bonjour')
  await report({ action: 'failed' })
  expect(await receipt(message)).toMatchObject({ state: 'failed' })
})

test('where two went to them, a person decides', async () => {
  const { sophie, sent, report, receipt } = await shopWithReports()
  const messages = [await sent('Un'), await sent('Deux')]
  await report({ action: 'failed' })
  for (const message of messages) expect(await receipt(message)).toMatchObject({ state: 'sent' })
  const { body } = await asPerson(sophie).get<ToSortPage>('/inbox/to-sort')
  expect(body.mails).toMatchObject([{ problem: 'errors.mail_bounce_unknown' }])
})

test('what a person at postmaster@ answers is no report: somebody reads it', async () => {
  const { sophie, mailbox, mail, sent, receipt } = await shopWithReports()
  const messages = [await sent('Un'), await sent('Deux')]
  const references = messages.map((message) => `${message}@comptoir.test`)
  await mail.receive({ from: 'postmaster@exemple.example', to: mailbox.address, text: 'Merci !', references })
  for (const message of messages) expect(await receipt(message)).toMatchObject({ state: 'sent' })
  const { body } = await asPerson(sophie).get<ToSortPage>('/inbox/to-sort')
  expect(body.mails).toMatchObject([{ problem: 'errors.mail_bounce_unknown' }])
})

test('a report that answers a conversation is about its last message, not about all of them', async () => {
  const { mailbox, test, mail, sent, receipt } = await shopWithReports()
  const [first, last] = [await sent('Un'), await sent('Deux')]
  const raw = deliveryReport({ to: mailbox.address, recipient: 'ailleurs@exemple.example', action: 'failed' })
  const references = `References: <${first}@comptoir.test> <${last}@comptoir.test>`
  await mail.hand(`${references}\r\n${raw}`, mailbox.address, 'mailer-daemon@exemple.example')
  await test.server.intake.idle()
  expect([await receipt(first), await receipt(last)]).toMatchObject([{ state: 'sent' }, { state: 'failed' }])
})

test('a delay is said beside sent, and goes when the mail arrives', async () => {
  const { test, hugo, looking, sent, report, receipt } = await shopWithReports()
  const message = await sent('Bonjour')
  const messageId = `${message}@comptoir.test`
  await expectLive(test, hugo, looking, () => report({ action: 'delayed', messageId }))
  expect(await receipt(message)).toMatchObject({ state: 'sent', reason: 'errors.delivery_delayed' })
  await expectLive(test, hugo, looking, () => report({ action: 'delivered', messageId }))
  expect(await receipt(message)).toMatchObject({ state: 'delivered', reason: null })
})

test('the answer that comes after the report takes nothing back', async () => {
  const gate = Promise.withResolvers<void>()
  const { delivery, sink, reply, report, receipt, track } = await shopWithReports({ answerAfter: gate.promise })
  const message = await reply('Bonjour')
  await eventually(() => expect(sink.mails).toHaveLength(1))
  await report({ action: 'delivered', messageId: `${message}@comptoir.test` })
  gate.resolve()
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'delivered' })
  await report({ action: 'delayed', messageId: `${message}@comptoir.test` })
  const [one] = await track(message)
  expect(one).toMatchObject({ state: 'delivered', attempts: 1 })
})

test('what was delivered and comes back after all has failed', async () => {
  const { test, hugo, looking, sent, report, track } = await shopWithReports()
  const message = await sent('Bonjour')
  const messageId = `${message}@comptoir.test`
  await report({ action: 'delivered', messageId })
  await expectLive(test, hugo, looking, () => report({ action: 'failed', messageId, answer: '550 5.1.1 Gone' }))
  const [one] = await track(message)
  expect(one).toMatchObject({ state: 'failed', answer: '550 5.1.1 Gone' })
  expect(one!.steps.map(({ state }) => state)).toEqual(['queued', 'sent', 'delivered', 'failed'])
})

test('a message sent again starts anew', async () => {
  const { sophie, delivery, sent, report, settle, track, conversation } = await shopWithReports()
  const message = await sent('Bonjour')
  await report({ action: 'failed', messageId: `${message}@comptoir.test` })
  await settle(message, 'resend')
  await delivery.idle()
  const [one] = await track(message)
  expect(one!.steps.map(({ state }) => state)).toEqual(['queued', 'sent'])
  const { body } = await asPerson(sophie).get<OpenedConversation>(`/inbox/conversations/${conversation.id}`)
  expect(body.conversation.failedAt).toBeNull()
})

test('a mail that is put off tells when it is tried next, and after three days no more', async () => {
  const script: SinkScript = { refuse: { at: 'recipient', code: 450, message: '4.7.1 Greylisted' } }
  const { test, delivery, reply, track, makeDue, hugo } = await openMailShop(script)
  const message = await reply('Bonjour', hugo)
  await delivery.idle()
  const [waiting] = await track(message)
  expect(waiting).toMatchObject({ state: 'queued', reason: 'errors.delivery_put_off', attempts: 1 })
  expect(Date.parse(waiting!.nextTryAt!)).toBeGreaterThan(Date.now())
  await asOwner(test, `update delivery set keep_trying_until = now() - interval '1 second'`)
  await makeDue()
  await delivery.idle()
  const [given] = await track(message)
  expect(given).toMatchObject({ state: 'failed', reason: 'errors.delivery_gave_up', attempts: 2, nextTryAt: null })
  const { body } = await asPerson(hugo).get<Counts>('/inbox/counts')
  expect(body.views.unread).toBe(1)
})

test('a mail that the recipient’s own server took is delivered', async () => {
  const { test, delivery, reply, receipt, track } = await openMailShop({})
  await delivery.stop()
  await asOwner(test, `update mailbox set smtp_host = 'localhost'`)
  const names = await startNameServer({ 'exemple.example': { mx: '10 localhost' } })
  onTestFinished(() => void names.close())
  const beside = startPumpBeside(test, { resolver: names.resolver })
  const message = await reply('Bonjour')
  await eventually(async () => expect(await receipt(message)).toMatchObject({ state: 'delivered' }))
  expect((await track(message))[0]!.steps.map(({ state }) => state)).toEqual(['queued', 'sent', 'delivered'])
  await beside.stop()
})

/** A shop whose mail leaves, and reports that come in about it; without more they are about Marc's. */
async function shopWithReports(script: SinkScript = {}) {
  const shop = await openMailShop(script)
  const mail = await openTestReceiver(shop.test)
  return {
    ...shop,
    mail,
    async sent(text: string) {
      const message = await shop.reply(text)
      await shop.delivery.idle()
      return message
    },
    async report(about: Partial<DeliveryReport> & Pick<DeliveryReport, 'action'>) {
      const raw = deliveryReport({ to: shop.mailbox.address, recipient: shop.marc.email, ...about })
      await mail.hand(raw, shop.mailbox.address, 'mailer-daemon@exemple.example')
      await shop.test.server.intake.idle()
    },
  }
}
