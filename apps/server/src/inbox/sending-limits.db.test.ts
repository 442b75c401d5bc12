import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { addConversation } from '../testing/conversations.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestServer } from '../testing/open-test-server.ts'
import { openMailShop, startPumpBeside } from './testing/open-mail-shop.ts'
import { queueReplies } from './testing/queue-replies.ts'

test('a mailbox sends as many an hour as its provider allows, and the rest says until when it waits', async () => {
  const { test, delivery, sink, reply, track } = await openMailShop({})
  await limit(test, 'hourly_limit = 2')
  const messages = [await reply('un'), await reply('deux'), await reply('trois')]
  await delivery.idle()
  expect(sink.mails).toHaveLength(2)
  const [waiting] = await track(messages[2]!)
  expect(waiting).toMatchObject({ state: 'queued', reason: 'errors.delivery_limit_reached', attempts: 0 })
  const inMinutes = (Date.parse(waiting!.nextTryAt!) - Date.now()) / 60_000
  expect(inMinutes).toBeGreaterThan(58)
  expect(inMinutes).toBeLessThan(61)
})

test('when the first of them is an hour old, the next one leaves', async () => {
  const { test, delivery, sink, reply, makeDue } = await openMailShop({})
  await limit(test, 'hourly_limit = 1')
  await reply('un')
  await reply('deux')
  await delivery.idle()
  await makeDue()
  await delivery.idle()
  expect(sink.mails).toHaveLength(1)
  await asOwner(test, `update delivery set accepted_at = accepted_at - interval '1 hour' where accepted_at is not null`)
  await makeDue()
  await delivery.idle()
  expect(sink.mails).toHaveLength(2)
})

test('each mail that waits has a turn of its own', async () => {
  const { test, delivery, reply, track } = await openMailShop({})
  await limit(test, 'daily_limit = 2')
  const messages: string[] = []
  for (const text of ['un', 'deux', 'trois', 'quatre', 'cinq', 'six']) messages.push(await reply(text))
  await delivery.idle()
  const turns = await Promise.all(messages.slice(2).map(async (id) => Date.parse((await track(id))[0]!.nextTryAt!)))
  const inDays = turns.map((at) => Math.round((at - Date.now()) / 86_400_000))
  expect(inDays).toEqual([1, 1, 2, 2])
})

test('what may have left counts as sent', async () => {
  const { test, delivery, sink, reply, track } = await openMailShop({ drop: 'after-data' })
  await limit(test, 'hourly_limit = 1')
  await reply('un')
  await delivery.idle()
  const second = await reply('deux')
  await delivery.idle()
  expect(sink.mails).toHaveLength(1)
  expect(await track(second)).toMatchObject([{ reason: 'errors.delivery_limit_reached' }])
})

test('two nodes with all their lines keep the limit of a mailbox together', async () => {
  const { test, delivery, sink, ...shop } = await openMailShop({})
  const other = startPumpBeside(test)
  await limit(test, 'hourly_limit = 7, daily_limit = 9')
  const texts = Array.from({ length: 12 }, (_, n) => `numéro ${n}`)
  for (const text of texts) await addConversation(test, shop, { client: shop.marc, subject: text, texts: ['?'] })
  await asOwner(test, queueReplies)
  await eventually(async () => {
    await Promise.all([delivery.idle(), other.idle()])
    const waiting = await inWorkspace(test.server.db, shop.workspaceId, (tx) =>
      tx.selectFrom('delivery').select('reason').where('state', '=', 'queued').execute(),
    )
    expect(waiting.filter(({ reason }) => reason === 'errors.delivery_limit_reached')).toHaveLength(5)
  })
  await other.stop()
  expect(sink.mails).toHaveLength(7)
})

test('another mailbox goes on', async () => {
  const { test, delivery, sink, reply, conversation } = await openMailShop({})
  await limit(test, 'hourly_limit = 1')
  await reply('un')
  await reply('deux')
  await delivery.idle()
  await asOwner(test, anotherMailbox)
  await asOwner(test, 'update conversation set mailbox_id = $1 where id = $2', [otherId, conversation.id])
  await asOwner(test, `update delivery set state = 'accepted' where state = 'queued'`)
  await reply('par l’autre')
  await delivery.idle()
  expect(sink.mails.map(({ from }) => from)).toContain('autre@comptoir.test')
})

function limit(test: TestServer, limits: string) {
  return asOwner(test, `update mailbox set ${limits}`)
}

const otherId = '01a200d0-0000-7000-8000-00000000000a'
const anotherMailbox = `
  insert into mailbox (workspace_id, id, name, address, carrier, smtp_host, smtp_port, smtp_security)
  select workspace_id, '${otherId}', 'Autre', 'autre@comptoir.test', carrier, smtp_host, smtp_port, smtp_security
  from mailbox`
