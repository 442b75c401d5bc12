import type { MailboxView } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { connectTo } from '../messaging/testing/connect-sink.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import type { PumpParts } from '../messaging/start-delivery-pump.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventually } from '../testing/eventually.ts'
import { fillMailbox } from './testing/fill-mailbox.ts'
import { openMailShop, startPumpBeside } from './testing/open-mail-shop.ts'

const anHourMs = 3_600_000

test('a line that rests makes room for another mailbox when all lines are taken', async () => {
  const { shop, write, addMailbox } = await openWithLines({}, { mostLines: 1, restMs: anHourMs })
  const atelier = await addMailbox('Atelier')
  await write(shop, 1)
  await write(atelier, 1)
  await write(shop, 1)
})

test('lines that rest make room for as many mailboxes as wait', async () => {
  const script: SinkScript = {}
  const { shop, write, addMailbox, written } = await openWithLines(script, { mostLines: 2, restMs: anHourMs })
  const [atelier, depot] = [await addMailbox('Atelier'), await addMailbox('Dépôt')]
  await write(shop, 30)
  const answer = Promise.withResolvers<void>()
  script.answerAfter = answer.promise
  await fillMailbox(atelier, 1)
  await fillMailbox(depot, 1)
  await written(2, 30)
  answer.resolve()
})

test('a mailbox whose server took few lines for a while has all of them again after its rest', async () => {
  const script: SinkScript = { most: { lines: 1 } }
  const { shop, write } = await openWithLines(script, { restMs: 20 })
  await write(shop, 30)
  await eventually(() => expect(shop.sink.open()).toBe(0))
  const answer = Promise.withResolvers<void>()
  Object.assign(script, { most: {}, answerAfter: answer.promise })
  const writing = write(shop, 30)
  await eventually(() => expect(shop.sink.open()).toBe(8))
  answer.resolve()
  await writing
})

test.for(['refused', 'hangs-up'] as const)(
  'where to forget a refused mail is %s, the next one leaves over another line, once',
  async (reset) => {
    const script: SinkScript = { reset }
    const { shop, write } = await openWithLines(script, { mostLines: 1, restMs: anHourMs })
    await write(shop, 1)
    script.refuse = { at: 'recipient', code: 550, message: '5.1.1 No such user' }
    const refused = await shop.reply('Bonjour')
    shop.pump.wake()
    await eventually(async () => expect(await shop.receipt(refused)).toMatchObject({ state: 'failed' }))
    expect(shop.sink.opened()).toBe(1)
    delete script.refuse
    const next = await shop.reply('Et encore')
    shop.pump.wake()
    await eventually(async () => expect(await shop.receipt(next)).toMatchObject({ state: 'sent' }))
    expect([shop.sink.opened(), shop.sink.mails.length]).toEqual([2, 2])
    expect(await shop.track(next)).toMatchObject([{ attempts: 1 }])
  },
)

/** A shop whose mail leaves by a pump with lines of its own, and how to wait until what is written has left. */
async function openWithLines(script: SinkScript, lines: Pick<PumpParts, 'mostLines' | 'restMs'>) {
  const opened = await openMailShop(script)
  await opened.delivery.stop()
  const pump = startPumpBeside(opened.test, lines)
  onTestFinished(pump.stop)
  const shop = { ...opened, pump }
  const { sink, sophie } = shop
  async function written(howMany: number, before = sink.mails.length) {
    pump.wake()
    await eventually(() => expect(sink.mails).toHaveLength(before + howMany))
  }
  return {
    shop,
    written,
    async write(from: Parameters<typeof fillMailbox>[0], howMany: number) {
      const before = sink.mails.length
      await fillMailbox(from, howMany)
      await written(howMany, before)
    },
    async addMailbox(name: string) {
      const address = `autre.${makeId().slice(-12)}@exemple.example`
      const { body } = await asPerson(sophie).post<{ mailbox: MailboxView }>('/messaging/mailboxes', {
        commandId: makeId(),
        id: makeId(),
        name,
        address,
      })
      await connectTo(sink, sophie, body.mailbox.id)
      return { ...shop, mailbox: body.mailbox }
    },
  }
}
