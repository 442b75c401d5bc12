import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { asOwner } from '../testing/as-owner.ts'
import { eventually } from '../testing/eventually.ts'
import { asPerson } from '../testing/as-person.ts'
import { cutDatabase } from '../testing/cut-database.ts'
import { openMailShop, startPumpBeside } from './testing/open-mail-shop.ts'
import { startPumpApart } from './testing/start-pump-apart.ts'

test('a server that asks to come back later is tried again, once', async () => {
  const script: SinkScript = { refuse: { at: 'recipient', code: 451, message: '4.7.1 Greylisted' } }
  const { delivery, sink, reply, receipt, failedAt, makeDue } = await openMailShop(script)
  const message = await reply('Bonjour')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'queued', reason: 'errors.delivery_put_off' })
  delete script.refuse
  await makeDue()
  await delivery.idle()
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent', reason: null })
  expect(sink.mails).toHaveLength(1)
  expect(await failedAt()).toBeNull()
})

test('a connection lost while the mail goes out is tried again; the server kept nothing', async () => {
  const script: SinkScript = { drop: 'in-data' }
  const { delivery, sink, reply, receipt, makeDue } = await openMailShop(script)
  const message = await reply('x'.repeat(150_000))
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'queued' })
  delete script.drop
  await makeDue()
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  expect(sink.mails).toHaveLength(1)
})

test('a connection lost before the final answer leaves it unknown: nobody sends it again but a person', async () => {
  const script: SinkScript = { drop: 'after-data' }
  const { test, sophie, looking, delivery, sink, reply, receipt, settle } = await openMailShop(script)
  const message = await reply('Bonjour')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'unknown', reason: 'errors.delivery_unknown' })
  await delivery.idle()
  expect(sink.mails).toHaveLength(1)

  delete script.drop
  const settled = await expectLive(test, sophie, looking, () => settle(message, 'resend'))
  expect(settled.body).toMatchObject({ receipt: { state: 'queued' } })
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  expect(sink.mails).toHaveLength(2)
  expect(await settle(message, 'it-left')).toBeRefused('conflict', 'errors.message_not_in_doubt')
})

test('Sophie, who knows that it left, says so', async () => {
  const { test, sophie, looking, delivery, sink, reply, receipt, settle, failedAt } = await openMailShop({
    drop: 'after-data',
  })
  const message = await reply('Bonjour')
  await delivery.idle()
  await expectLive(test, sophie, looking, () => settle(message, 'it-left'))
  expect(await receipt(message)).toMatchObject({ state: 'sent', reason: null })
  expect(await failedAt()).toBeNull()
  expect(sink.mails).toHaveLength(1)
})

test('what the server answers while the database is away is written when it is back', async () => {
  const gate = Promise.withResolvers<void>()
  const { test, sophie, sink, reply, receipt, delivery } = await openMailShop({ answerAfter: gate.promise })
  const message = await reply('Bonjour')
  await eventually(() => expect(sink.mails).toHaveLength(1))
  const restore = await cutDatabase(test)
  gate.resolve()
  expect(await asPerson(sophie).get('/inbox/conversations')).toBeRefused('unavailable')
  await restore()
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'sent', reason: null })
  expect(sink.mails).toHaveLength(1)
})

test('a server killed before the final answer leaves it unknown, and the next one does not send it again', async () => {
  const script: SinkScript = { hangAt: 'message' }
  const { test, delivery, sink, reply, receipt } = await openMailShop(script)
  await delivery.stop()
  const message = await reply('Bonjour')
  const doomed = await startPumpApart(test)
  await eventually(() => expect(sink.bytesIn.count).toBeGreaterThan(0))
  await doomed.kill()
  delete script.hangAt
  await asOwner(test, `update delivery set lease_until = now() - interval '1 second' where state = 'sending'`)

  const next = startPumpBeside(test)
  await next.idle()
  await next.stop()
  expect(await receipt(message)).toMatchObject({ state: 'unknown' })
  expect(sink.mails).toEqual([])
})

test('what was answered to the first mail is no answer to the one that Sophie sends again', async () => {
  const script: SinkScript = { drop: 'after-data' }
  const { test, delivery, sink, reply, receipt, settle } = await openMailShop(script)
  const message = await reply('Bonjour')
  await delivery.idle()
  await delivery.stop()
  await asOwner(test, `update delivery set answered = '{ "state": "accepted", "answer": "250 Ok", "copy": null }'`)
  delete script.drop
  script.hangAt = 'message'
  const heard = sink.bytesIn.count
  await settle(message, 'resend')
  const doomed = await startPumpApart(test)
  await eventually(() => expect(sink.bytesIn.count).toBeGreaterThan(heard))
  await doomed.kill()
  await asOwner(test, `update delivery set lease_until = now() - interval '1 second' where state = 'sending'`)
  const next = startPumpBeside(test)
  await next.idle()
  await next.stop()
  expect(await receipt(message)).toMatchObject({ state: 'unknown' })
})

test('a server killed before the go-ahead leaves it waiting, and the next one sends it', async () => {
  const script: SinkScript = { hangAt: 'recipient' }
  const { test, delivery, sink, reply, receipt } = await openMailShop(script)
  await delivery.stop()
  const message = await reply('Bonjour')
  const doomed = await startPumpApart(test)
  await eventually(async () => {
    const [row] = await asOwner<{ state: string }>(test, 'select state from delivery')
    expect(row!.state).toBe('claimed')
  })
  await doomed.kill()
  delete script.hangAt
  await asOwner(test, `update delivery set lease_until = now() - interval '1 second'`)

  const next = startPumpBeside(test)
  await next.idle()
  await next.stop()
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  expect(sink.mails).toHaveLength(1)
})

test('two workers on one queue send each mail once', async () => {
  const { test, delivery, sink, workspaceId, reply } = await openMailShop({})
  const other = startPumpBeside(test)
  for (let i = 0; i < 12; i++) await reply(`numéro ${i}`)
  await eventually(async () => {
    await Promise.all([delivery.idle(), other.idle()])
    const waiting = await inWorkspace(test.server.db, workspaceId, (tx) =>
      tx.selectFrom('delivery').select('id').where('state', '<>', 'accepted').execute(),
    )
    expect(waiting).toEqual([])
  })
  await other.stop()
  expect(sink.mails).toHaveLength(12)
})
