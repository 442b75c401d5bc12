import { expect, test } from 'vitest'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { asOwner } from '../testing/as-owner.ts'
import { addConversation } from '../testing/conversations.ts'
import { eventually } from '../testing/eventually.ts'
import { fillMailbox } from './testing/fill-mailbox.ts'
import { openMailShop, startPumpBeside } from './testing/open-mail-shop.ts'
import { startPumpApart } from './testing/start-pump-apart.ts'
import { queueReplies } from './testing/queue-replies.ts'

test.for([
  ['greeting', 421, '4.3.2 Back soon', 'queued', 'errors.delivery_waits_for_account'],
  ['mail', 421, '4.3.2 Back soon', 'queued', 'errors.delivery_waits_for_account'],
  ['recipient', 450, '4.2.1 Try later', 'queued', 'errors.delivery_put_off'],
  ['recipient', 550, '5.1.1 No such user', 'failed', 'errors.delivery_no_such_address'],
  ['recipient', 552, '5.2.2 Mailbox full', 'failed', 'errors.delivery_mailbox_full'],
  ['message', 450, '4.3.0 Not now', 'queued', 'errors.delivery_put_off'],
  ['message', 550, '5.7.1 Looks like spam', 'failed', 'errors.delivery_distrusted'],
  ['message', 552, '5.3.4 Too big', 'failed', 'errors.delivery_too_large'],
] as const)('a server that says at %s: %i %s', async ([at, code, message, state, reason]) => {
  const script: SinkScript = { refuse: { at, code, message } }
  const { delivery, sink, reply, receipt, makeDue } = await openMailShop(script)
  const id = await reply('Bonjour')
  await delivery.idle()
  expect(await receipt(id)).toMatchObject({ state, reason })
  delete script.refuse
  await makeDue()
  await delivery.idle()
  expect(await receipt(id)).toMatchObject({ state: state === 'queued' ? 'sent' : 'failed' })
  expect(sink.mails).toHaveLength(state === 'queued' ? 1 : 0)
})

test.for(['greeting', 'mail', 'recipient'] as const)(
  'a server that falls silent at %s is tried again',
  async (hangAt) => {
    const script: SinkScript = { hangAt }
    const { test, sink, reply, receipt, makeDue, delivery } = await openMailShop(script)
    await delivery.stop()
    const hasty = startPumpBeside(test, { surroundings: { timeouts: impatience } })
    const id = await reply('Bonjour')
    await eventually(async () =>
      expect(await receipt(id)).toMatchObject({ reason: 'errors.delivery_waits_for_account' }),
    )
    delete script.hangAt
    await makeDue()
    hasty.wake()
    await eventually(async () => expect(await receipt(id)).toMatchObject({ state: 'sent' }))
    await hasty.stop()
    expect(sink.mails).toHaveLength(1)
  },
)

test('a server that falls silent after the last byte leaves it unknown', async () => {
  const { test, reply, receipt, delivery } = await openMailShop({ hangAt: 'message' })
  await delivery.stop()
  const hasty = startPumpBeside(test, { surroundings: { timeouts: impatience } })
  const id = await reply('Bonjour')
  await eventually(async () => expect(await receipt(id)).toMatchObject({ state: 'unknown' }))
  await hasty.stop()
})

test('a server that takes so many mails over a line gets the next ones over others', async () => {
  const { delivery, sink, write } = await manyConversations({ most: { mailsOfLine: 3 } })
  await write()
  await delivery.idle()
  expect(sink.mails).toHaveLength(10)
  expect(sink.opened()).toBeGreaterThanOrEqual(4)
})

test('a server that takes one line at a time gets no more, and nothing is put off for it', async () => {
  const { test, delivery, sink, write } = await manyConversations({ most: { lines: 1 } })
  await write()
  await delivery.idle()
  expect(sink.mails).toHaveLength(10)
  const tries = await asOwner<{ attempts: number }>(test, 'select attempts from delivery')
  expect(tries.map(({ attempts }) => attempts)).toEqual(tries.map(() => 1))
})

test('many mails of one mailbox leave over few lines', async () => {
  const { delivery, sink, write } = await manyConversations({})
  await write()
  await delivery.idle()
  expect(sink.mails).toHaveLength(10)
  expect(sink.opened()).toBeLessThanOrEqual(4)
})

test('what the server answers while the disk of the database is full is written when there is room', async () => {
  const { test, delivery, sink, reply, receipt } = await openMailShop({})
  await asOwner(test, fullDisk)
  const id = await reply('Bonjour')
  await eventually(() => expect(sink.mails).toHaveLength(1))
  await asOwner(test, 'drop trigger full_disk on delivery')
  await delivery.idle()
  expect(await receipt(id)).toMatchObject({ state: 'sent', reason: null })
  expect(sink.mails).toHaveLength(1)
})

test.for([-10, 10])(
  'a node whose clock is wrong by %i days gives nothing up, and waits as long as any',
  async (days) => {
    const script: SinkScript = { refuse: { at: 'recipient', code: 450, message: '4.7.1 Greylisted' } }
    const { test, delivery, sink, write } = await manyConversations(script)
    await delivery.stop()
    await write()
    await startPumpApart(test, { wrongByDays: days })
    await eventually(async () => {
      const rows = await asOwner<{ state: string; attempts: number; seconds: number }>(test, standing)
      expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(rows.map(() => ['queued', 1]))
      for (const { seconds } of rows) expect(seconds).toBeGreaterThan(20)
      for (const { seconds } of rows) expect(seconds).toBeLessThan(70)
    })
    delete script.refuse
    await asOwner(test, 'update delivery set not_before = now()')
    await eventually(async () => {
      expect(sink.mails).toHaveLength(10)
      const rows = await asOwner<{ state: string }>(test, standing)
      expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'accepted'))
    })
  },
)

test('a node whose clock is ten days ahead takes nothing of another', async () => {
  const gate = Promise.withResolvers<void>()
  const shop = await manyConversations({ answerAfter: gate.promise })
  const { test, delivery, sink, write } = shop
  await delivery.stop()
  await write()
  const right = startPumpBeside(test)
  const held = await eventually(async () => {
    const rows = await asOwner(test, inHand)
    expect(rows).toHaveLength(10)
    return rows
  })
  await startPumpApart(test, { wrongByDays: 10 })
  // It looks for what nobody has in hand any more before it takes anything: once it has something, it has looked.
  await eventually(async () => {
    const waiting = await asOwner(test, `select from delivery where state = 'queued'`)
    if (waiting.length === 0) await fillMailbox(shop, 1)
    const [row] = await asOwner<{ workers: number }>(
      test,
      'select count(distinct worker)::int as workers from delivery',
    )
    expect(row).toEqual({ workers: 2 })
  })
  expect(await asOwner(test, inHand)).toEqual(held)
  gate.resolve()
  await eventually(async () => {
    const rows = await asOwner<{ state: string }>(test, 'select state from delivery')
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'accepted'))
    expect(sink.mails).toHaveLength(rows.length)
  })
  await right.stop()
})

const impatience = { connectMilliseconds: 2000, greetingMilliseconds: 400, silenceMilliseconds: 400 }
const standing = `
  select state, attempts, extract(epoch from not_before - now())::float8 as seconds from delivery
  where position = 900 order by id`
const inHand = `
  select id, worker from delivery
  where position = 900 and state in ('claimed', 'sending') order by id`

const fullDisk = `
  create or replace function full_disk() returns trigger language plpgsql as $$
  begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
  grant execute on function full_disk() to public;
  create trigger full_disk before update on delivery for each row when (new.state = 'accepted')
    execute function full_disk()`

/** Ten conversations, each of which gets a reply at the same moment. */
async function manyConversations(script: SinkScript) {
  const shop = await openMailShop(script)
  const { test, marc, delivery } = shop
  for (let n = 0; n < 10; n++) await addConversation(test, shop, { client: marc, subject: `numéro ${n}`, texts: ['?'] })
  return {
    ...shop,
    async write() {
      await asOwner(test, queueReplies)
      delivery.wake()
    },
  }
}
