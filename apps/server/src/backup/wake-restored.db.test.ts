import type { EventsPage } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openMailShop } from '../inbox/testing/open-mail-shop.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { restoreBackup } from './restore-backup.ts'
import { connectOwner, emptyTarget } from './testing/empty-target.ts'
import { openRestored } from './testing/open-restored.ts'
import { saveToFile } from './testing/save-to-file.ts'
import type { Waking } from './wake-restored.ts'

/** Sophie answered twice while her provider had mail wait; after the backup it took both. */
async function restoredShop(waking: Waking) {
  const script: SinkScript = { refuse: { at: 'recipient', code: 451, message: '4.7.1 Later' } }
  const shop = await openMailShop(script)
  const messages = [await shop.reply('Douze euros.'), await shop.reply('Livraison comprise.')]
  await shop.delivery.idle()
  const backup = await saveToFile(shop.test)
  delete script.refuse
  await shop.makeDue()
  await expect.poll(async () => (await shop.delivery.idle(), shop.sink.mails.length)).toBe(2)
  const target = await emptyTarget({ waking })
  await restoreBackup(target.parts, backup)
  await asOwner(target, `update delivery set not_before = now()`)
  return { ...shop, messages, target, restored: await openRestored(shop.test, target.ownerUrl, target.folder) }
}

test('what waited when the backup was made is not sent again by itself: it is unknown, and Sophie decides', async () => {
  const { restored, sophie, messages, sink, target, mailbox } = await restoredShop('careful')
  await restored.server.delivery.idle()
  expect(sink.mails).toHaveLength(2)
  const owner = await connectOwner(target.ownerUrl)
  const states = await owner.query('select state, reason from delivery')
  expect(states.rows).toEqual(messages.map(() => ({ state: 'unknown', reason: 'errors.delivery_restored' })))
  const there = asPerson(restored.there(sophie))
  const list = await there.get<{ rows: { failedAt: string | null }[] }>('/inbox/conversations')
  expect(list.body.rows[0]!.failedAt).not.toBeNull()

  const decide = (message: string, outcome: string) =>
    there.post(`/inbox/messages/${message}/settle`, { commandId: makeId(), outcome })
  expect((await decide(messages[0]!, 'it-left')).body).toMatchObject({ receipt: { state: 'sent' } })
  expect((await decide(messages[1]!, 'resend')).body).toMatchObject({ receipt: { state: 'queued' } })
  await restored.server.delivery.idle()
  expect(sink.mails).toHaveLength(2)
  const mailboxes = await there.get<{ mailboxes: object[] }>('/messaging/mailboxes')
  expect(mailboxes.body.mailboxes).toMatchObject([{ state: 'paused', lastProblem: 'restored' }])
  await there.post(`/messaging/mailboxes/${mailbox.id}/resume`, { commandId: makeId() })
  await expect.poll(async () => (await restored.server.delivery.idle(), sink.mails.length)).toBe(3)
})

test('what her provider had taken just before the backup is sent, and is not asked about', async () => {
  const shop = await openMailShop({})
  await shop.delivery.stop()
  const [taken, refused, putOff] = [await shop.reply('Douze.'), await shop.reply('Onze.'), await shop.reply('Dix.')]
  const answers = [
    [taken, { state: 'accepted', answer: '250 Ok', copy: null }],
    [refused, { state: 'failed', reason: 'errors.delivery_distrusted', answer: '550 No' }],
    [putOff, { state: 'queued', reason: 'errors.delivery_put_off', answer: '450 Later', waitSeconds: 60 }],
  ] as const
  for (const [messageId, answered] of answers) {
    await asOwner(shop.test, atTheAnswer, [messageId, JSON.stringify(answered)])
  }
  const backup = await saveToFile(shop.test)
  const target = await emptyTarget({ waking: 'careful' })
  await restoreBackup(target.parts, backup)
  const { server } = await openRestored(shop.test, target.ownerUrl, target.folder)
  await server.delivery.idle()
  const rows = await asOwner<Record<string, string>>(target, 'select message_id, state, answered from delivery')
  const states = Object.fromEntries(rows.map((row) => [row['message_id']!, [row['state'], row['answered']]]))
  expect(states).toEqual({ [taken]: ['accepted', null], [refused]: ['failed', null], [putOff]: ['unknown', null] })
})

/** The worker wrote down what the server answered, and told nobody yet. */
const atTheAnswer = `
  update delivery
  set state = 'sending', worker = gen_random_uuid(), lease_until = now() - interval '1 second', answered = $2
  where message_id = $1`

test('where the original stopped with the backup, what waited leaves', async () => {
  const { restored, sink, target } = await restoredShop('resume')
  await expect.poll(async () => (await restored.server.delivery.idle(), sink.mails.length)).toBe(4)
  expect(await asOwner(target, 'select distinct state from mailbox')).toEqual([{ state: 'active' }])
})

test('a screen that saw what happened after the backup starts again', async () => {
  const { restored, sophie, test } = await restoredShop('careful')
  const [head] = await asOwner<{ seq: string }>(test, 'select max(seq) as seq from event')
  const { body } = await asPerson(restored.there(sophie)).get<EventsPage>(`/events?after=${head!.seq}`)
  expect(body).toMatchObject({ is: 'resync' })
})
