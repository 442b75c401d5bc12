import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { beginSending } from '../messaging/begin-sending.ts'
import type { SmtpSink } from '../messaging/testing/smtp-sink.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventually } from '../testing/eventually.ts'
import { fillMailbox, setLimits, standings } from './testing/fill-mailbox.ts'
import { openMailShop } from './testing/open-mail-shop.ts'

/** Thirty mails, of which as many as there are lines have all left and wait for the last word of their server. */
async function openInTheMiddle() {
  const answer = Promise.withResolvers<void>()
  const shop = await openMailShop({ answerAfter: answer.promise })
  await fillMailbox(shop, 30)
  await eventually(() => expect(shop.sink.mails).toHaveLength(8))
  return { ...shop, answer: () => answer.resolve() }
}

const stillQueued = async (test: Parameters<typeof standings>[0], mailboxId: string) =>
  (await standings(test, mailboxId)).filter(({ state }) => state === 'queued').length
const texts = ({ mails }: SmtpSink) => mails.map(({ raw }) => /n° \d+|n=C2=B0 \d+/.exec(String(raw))?.[0])

test('a limit that is raised while a mailbox sends doubles nothing', async () => {
  const { sophie, mailbox, delivery, sink, test, answer } = await openInTheMiddle()
  await setLimits(sophie, mailbox, { dailyLimit: 500 })
  delivery.wake()
  // What was taken back is claimed anew, while the first of it is still on its way.
  await eventually(async () => {
    const states = (await standings(test, mailbox.id)).map(({ state }) => state)
    expect(states.filter((state) => state === 'queued')).toEqual([])
  })
  answer()
  await delivery.idle()
  expect(sink.mails).toHaveLength(30)
  expect(new Set(texts(sink)).size).toBe(30)
})

test.for(['pause', 'disconnect'])('what waits for a line stays here after %s', async (act) => {
  const { sophie, mailbox, delivery, sink, test, answer } = await openInTheMiddle()
  const { status } = await asPerson(sophie).post(`/messaging/mailboxes/${mailbox.id}/${act}`, { commandId: makeId() })
  expect(status).toBe(200)
  // What was taken back may be claimed anew by the same worker, while what it claimed before still waits for a line.
  delivery.wake()
  if (act === 'disconnect') await eventually(async () => expect(await stillQueued(test, mailbox.id)).toBe(0))
  answer()
  await delivery.idle()
  await eventually(async () => {
    const states = (await standings(test, mailbox.id)).map(({ state }) => state)
    expect(Object.groupBy(states, (state) => state)).toMatchObject({ accepted: { length: 8 } })
    expect(states.filter((state) => state === 'claimed' || state === 'sending')).toEqual([])
  })
  expect(sink.mails).toHaveLength(8)
})

test('a mail that was taken back and claimed again does not leave as it was claimed first', async () => {
  const { test, workspaceId, mailbox, delivery, ...shop } = await openMailShop({})
  await asOwner(test, `update mailbox set state = 'paused'`)
  await fillMailbox({ test, workspaceId, mailbox, ...shop }, 1)
  await delivery.stop()
  const worker = makeId()
  const claim = async () => {
    const [row] = await asOwner<{ id: string; claimedAt: string }>(
      test,
      `update delivery set state = 'claimed', worker = $1, state_at = clock_timestamp()
       returning id, state_at::text as "claimedAt"`,
      [worker],
    )
    return row!
  }
  const [first, again] = [await claim(), await claim()]
  const begin = (one: typeof first) =>
    beginSending(test.server.db, { workspaceId, worker, claims: [one], answered: [] })
  expect(await begin(first)).toEqual(new Set())
  expect(await begin(again)).toEqual(new Set([again.id]))
})

test('the days of a pause are not taken from those a mail is tried for', async () => {
  const { test, sophie, mailbox, delivery, reply, receipt } = await openMailShop({
    refuse: { at: 'recipient', code: 451, message: '4.7.1 Greylisted' },
  })
  const act = (name: 'pause' | 'resume') =>
    asPerson(sophie).post(`/messaging/mailboxes/${mailbox.id}/${name}`, { commandId: makeId() })
  await act('pause')
  const message = await reply('Bonjour')
  await asOwner(test, `update delivery set keep_trying_until = keep_trying_until - interval '4 days'`)
  await act('resume')
  await delivery.idle()
  expect(await receipt(message)).toMatchObject({ state: 'queued', reason: 'errors.delivery_put_off' })
})
