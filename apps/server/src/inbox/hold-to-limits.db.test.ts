import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { connectTo } from '../messaging/testing/connect-sink.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventually } from '../testing/eventually.ts'
import { fillMailbox, letHoursPass, setLimits, standings } from './testing/fill-mailbox.ts'
import { openMailShop, startPumpBeside } from './testing/open-mail-shop.ts'
import { startPumpApart } from './testing/start-pump-apart.ts'

const waits = { state: 'queued', reason: 'errors.delivery_limit_reached' }

test('five an hour leave, and each of the others says when its turn comes', async () => {
  const shop = await openMailShop({})
  const { test, sophie, delivery, sink, mailbox, track } = shop
  await setLimits(sophie, mailbox, { hourlyLimit: 5 })
  const messages = await expectLive(test, sophie, {}, async () => {
    const written = await fillMailbox(shop, 12)
    await delivery.idle()
    return written
  })
  expect(sink.mails).toHaveLength(5)
  const now = await standings(test, mailbox.id)
  const waiting = now.filter(({ state }) => state === 'queued')
  const left = now.filter(({ state }) => state === 'accepted').map(({ messageId }) => messageId)
  expect(waiting).toEqual(Array.from({ length: 7 }, () => expect.objectContaining(waits)))
  // The first five each wait for one that left, and the last two for these.
  expect(new Set(waiting.slice(0, 5).map(({ waitsFor }) => waitsFor))).toEqual(new Set(left))
  expect(waiting.map(({ waitsForHours }) => waitsForHours)).toEqual([1, 1, 1, 1, 1, 2, 2])
  expect((await track(messages.at(-1)!))[0]).toMatchObject({ ...waits, answer: null, attempts: 0 })
  expect((await track(messages.at(-1)!))[0]!.nextTryAt).not.toBeNull()

  await letHoursPass(test, 1)
  await delivery.idle()
  expect(sink.mails).toHaveLength(10)
  await letHoursPass(test, 1)
  await delivery.idle()
  expect(sink.mails).toHaveLength(12)
  expect((await standings(test, mailbox.id)).map(({ reason }) => reason)).toEqual(messages.map(() => null))
})

test('what is written later waits behind what waits already', async () => {
  const shop = await openMailShop({})
  const { test, sophie, delivery, mailbox } = shop
  await setLimits(sophie, mailbox, { hourlyLimit: 2 })
  await fillMailbox(shop, 3)
  await delivery.idle()
  await fillMailbox(shop, 2)
  await delivery.idle()
  expect((await standings(test, mailbox.id)).map(({ waitsForHours }) => waitsForHours)).toEqual([null, null, 1, 1, 2])
})

test('messages of a conversation leave in the order they were written, over as many hours as it takes', async () => {
  const { test, sophie, hugo, looking, delivery, sink, mailbox, reply, track } = await openMailShop({})
  await setLimits(sophie, mailbox, { hourlyLimit: 2 })
  const last = await expectLive(test, hugo, looking, async () => {
    for (const text of ['un', 'deux', 'trois', 'quatre']) await reply(text)
    const message = await reply('cinq')
    await delivery.idle()
    return message
  })
  expect(await track(last)).toMatchObject([waits])
  for (const sent of [2, 4, 5]) {
    await delivery.idle()
    expect(sink.mails).toHaveLength(sent)
    await letHoursPass(test, 1)
  }
  const said = sink.mails.map(
    ({ raw }) => /un|deux|trois|quatre|cinq/.exec(raw.toString().split('\r\n\r\n').slice(1).join())![0],
  )
  expect(said).toEqual(['un', 'deux', 'trois', 'quatre', 'cinq'])
})

test('pumps in processes of their own never send more than the limit together', async () => {
  const shop = await openMailShop({})
  const { test, sophie, delivery, sink, mailbox } = shop
  await setLimits(sophie, mailbox, { hourlyLimit: 7 })
  await delivery.stop()
  await fillMailbox(shop, 30)
  await Promise.all([startPumpApart(test), startPumpApart(test)])
  const settled = async (sent: number) => {
    const now = await standings(test, mailbox.id)
    expect(now.filter(({ state }) => state === 'accepted')).toHaveLength(sent)
    expect(now.filter(({ reason }) => reason === waits.reason)).toHaveLength(30 - sent)
  }
  await eventually(() => settled(7))
  expect(sink.mails).toHaveLength(7)
  await setLimits(sophie, mailbox, { hourlyLimit: 11 })
  const beside = startPumpBeside(test)
  await eventually(() => settled(11))
  await letHoursPass(test, 1)
  beside.wake()
  await eventually(() => settled(22))
  expect(sink.mails).toHaveLength(22)
  await beside.stop()
})

test('an hour that has room does not help a day that has none', async () => {
  const shop = await openMailShop({})
  const { test, sophie, delivery, sink, mailbox } = shop
  await setLimits(sophie, mailbox, { hourlyLimit: 3, dailyLimit: 5 })
  await fillMailbox(shop, 7)
  await delivery.idle()
  expect(sink.mails).toHaveLength(3)
  await letHoursPass(test, 1)
  await delivery.idle()
  expect(sink.mails).toHaveLength(5)
  await letHoursPass(test, 2)
  await delivery.idle()
  expect(sink.mails).toHaveLength(5)
  const waiting = (await standings(test, mailbox.id)).filter(({ state }) => state === 'queued')
  expect(waiting).toMatchObject([
    { ...waits, waitsForHours: 24 },
    { ...waits, waitsForHours: 24 },
  ])
  await letHoursPass(test, 21)
  await delivery.idle()
  expect(sink.mails).toHaveLength(7)
})

test('another mailbox goes on, and a limit that is taken away lets all leave', async () => {
  const shop = await openMailShop({})
  const { test, sophie, delivery, sink, mailbox } = shop
  const address = `atelier.${makeId().slice(-12)}@exemple.example`
  const added = { commandId: makeId(), id: makeId(), name: 'Atelier', address }
  const { body } = await asPerson(sophie).post<{ mailbox: MailboxView }>('/messaging/mailboxes', added)
  await connectTo(sink, sophie, body.mailbox.id)
  await setLimits(sophie, mailbox, { hourlyLimit: 1 })
  await fillMailbox(shop, 4)
  await delivery.idle()
  expect(sink.mails).toHaveLength(1)
  await fillMailbox({ ...shop, mailbox: body.mailbox }, 4)
  await delivery.idle()
  expect(sink.mails.filter(({ from }) => from === address)).toHaveLength(4)
  await expectLive(test, sophie, {}, async () => {
    await setLimits(sophie, mailbox, { hourlyLimit: null })
    await delivery.idle()
  })
  expect(sink.mails).toHaveLength(8)
})

test('a limit holds from the moment it is set, for what was about to leave as well', async () => {
  const gate = Promise.withResolvers<void>()
  const shop = await openMailShop({ answerAfter: gate.promise })
  const { test, sophie, delivery, sink, mailbox } = shop
  await fillMailbox(shop, 12)
  await eventually(() => expect(sink.mails.length).toBeGreaterThan(0))
  await setLimits(sophie, mailbox, { dailyLimit: 1 })
  const sending = (await standings(test, mailbox.id)).filter(({ state }) => state === 'sending')
  gate.resolve()
  await eventually(async () => {
    const waiting = (await standings(test, mailbox.id)).filter(({ reason }) => reason === waits.reason)
    expect(waiting).toHaveLength(12 - sending.length)
  })
  await delivery.idle()
  expect(sink.mails).toHaveLength(sending.length)
})

test('the sandbox has no limits, and what stayed there counts for none', async () => {
  const shop = await openMailShop()
  const { test, sophie, delivery, sink, mailbox } = shop
  await setLimits(sophie, mailbox, { hourlyLimit: 2 })
  await fillMailbox(shop, 4)
  await delivery.idle()
  expect((await standings(test, mailbox.id)).map(({ state }) => state)).toEqual(Array(4).fill('accepted'))
  await connectTo(sink, sophie, mailbox.id)
  await fillMailbox(shop, 3)
  await delivery.idle()
  expect(sink.mails).toHaveLength(2)
})

test('what may have left counts beside the second time it is sent', async () => {
  const script: SinkScript = { drop: 'after-data' }
  const { test, sophie, delivery, sink, mailbox, reply, receipt, settle } = await openMailShop(script)
  await setLimits(sophie, mailbox, { hourlyLimit: 2 })
  const message = await reply('un')
  await delivery.idle()
  delete script.drop
  await settle(message, 'resend')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  await reply('deux')
  await delivery.idle()
  expect(sink.mails).toHaveLength(2)
  expect((await standings(test, mailbox.id)).at(-1)).toMatchObject(waits)
})

test('what a server refuses takes nobody’s place', async () => {
  const script: SinkScript = { refuse: { at: 'recipient', code: 550, message: '5.1.1 No such user' } }
  const shop = await openMailShop(script)
  const { test, sophie, delivery, sink, mailbox } = shop
  await setLimits(sophie, mailbox, { hourlyLimit: 2 })
  await fillMailbox(shop, 3)
  await delivery.idle()
  expect((await standings(test, mailbox.id)).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  delete script.refuse
  await fillMailbox(shop, 2)
  await delivery.idle()
  expect(sink.mails).toHaveLength(2)
})
