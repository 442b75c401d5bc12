import { text } from 'node:stream/consumers'
import { inWorkspace } from '@comptoir/db/db'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { OpeningPicture } from '@comptoir/contract/settings'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openOutgoing } from '../messaging/open-outgoing.ts'
import { outgoingToCopy } from '../messaging/outgoing.ts'
import { readMail } from '../messaging/read-mail.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openMailShop } from './testing/open-mail-shop.ts'

test('nobody’s mail carries a picture, until Sophie wants it', async () => {
  const { delivery, reply, htmlOf, turn } = await openShop({})
  await reply('Avant')
  await delivery.idle()
  expect(await htmlOf(0)).toBe('<p>Avant</p>')
  await turn('on')
  await reply('Après')
  await delivery.idle()
  expect(await htmlOf(1)).toMatch(
    /^<p>Après<\/p><img src="http:\/\/localhost:3000\/o\/[\w-]{64}\.gif" width="1" height="1" alt="">$/,
  )
})

test('the message of the team and its copy among what was sent have none', async () => {
  const { test, workspaceId, sophie, conversation, sent, track } = await openShop({})
  const message = await sent('Bonjour')
  const path = `/inbox/conversations/${conversation.id}`
  expect(JSON.stringify((await asPerson(sophie).get<OpenedConversation>(path)).body)).not.toContain('/o/')
  const [{ id } = { id: '' }] = await track(message)
  await asOwner(test, `update delivery set sent_copy = 'wanted'`)
  const copied = await inWorkspace(test.server.db, workspaceId, (tx) => outgoingToCopy(tx, { workspaceId, id }))
  const copy = await text(openOutgoing(test.server, copied!).bytes)
  expect(copy).toContain('<p>Bonjour</p>')
  expect(copy).not.toContain('<img')
})

test('what the program writes by itself carries none', async () => {
  const script: SinkScript = { refuse: { at: 'recipient', code: 451, message: '4.7.1 Greylisted' } }
  const { test, delivery, reply, turn, makeDue, htmlOf } = await openShop(script)
  await turn('on')
  const message = await reply('Bien reçu')
  await delivery.idle()
  await asOwner(test, 'update message set is_automatic = true where id = $1', [message])
  delete script.refuse
  await makeDue()
  await delivery.idle()
  expect(await htmlOf(0)).toBe('<p>Bien reçu</p>')
})

test('a mail that is sent again is the same mail, picture included', async () => {
  const script: SinkScript = { drop: 'after-data' }
  const { delivery, sink, reply, settle, turn } = await openShop(script)
  await turn('on')
  const message = await reply('Bonjour')
  await delivery.idle()
  delete script.drop
  await settle(message, 'resend')
  await delivery.idle()
  expect(sink.mails).toHaveLength(2)
  expect(sink.mails[1]!.raw.equals(sink.mails[0]!.raw)).toBe(true)
})

test('when Marc opens his mail it is read, everybody sees it at once, and once', async () => {
  const { test, hugo, conversation, sent, picture, fetchPicture, receipt, track } = await openShop({})
  const message = await sent('Bonjour')
  const path = await picture(0)
  const heard = async () => (await eventsHeardBy(hugo)).filter(({ name }) => name === 'inbox.receipt_changed')
  const before = (await heard()).length
  await expectLive(test, hugo, { conversationId: conversation.id }, () => fetchPicture(path))
  const read = await receipt(message)
  expect(read).toMatchObject({ state: 'read', reason: null })
  expect((await track(message))[0]!.steps.map(({ state }) => state)).toEqual(['queued', 'sent', 'read'])
  await Promise.all([fetchPicture(path), fetchPicture(path)])
  expect(await receipt(message)).toEqual(read)
  expect((await heard()).slice(before)).toMatchObject([{ data: { messageId: message, receipt: { state: 'read' } } }])
})

test('what nobody made is answered with the same picture, and says nothing', async () => {
  const { sent, picture, fetchPicture, receipt } = await openShop({})
  const message = await sent('Bonjour')
  const path = await picture(0)
  const forged = path.replace(/.(\.gif)$/, (_, end: string) => (path.at(-5) === 'A' ? 'B' : 'A') + end)
  const answers = [await fetchPicture(forged), await fetchPicture('/o/nobody.gif'), await fetchPicture('/o/%00')]
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  answers.push(await fetchPicture(path))
  expect(await receipt(message)).toMatchObject({ state: 'read' })
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('a program that looks at once, ahead, or without fetching is not Marc', async () => {
  const { delivery, reply, turn, picture, fetchPicture, grow, receipt } = await openShop({})
  await turn('on')
  const message = await reply('Bonjour')
  await delivery.idle()
  const path = await picture(0)
  await fetchPicture(path)
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  await grow()
  await fetchPicture(path, { method: 'HEAD' })
  await fetchPicture(path, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  await fetchPicture(path, { headers: { purpose: 'prefetch' } })
  await fetchPicture(path, { headers: { 'x-moz': 'prefetch' } })
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  await fetchPicture(path)
  expect(await receipt(message)).toMatchObject({ state: 'read' })
})

test('who fetches hundreds in a minute gets the picture, and is no longer believed', async () => {
  const { test, sent, picture, fetchPicture, receipt } = await openShop({})
  const message = await sent('Bonjour')
  test.server.config.trustProxy = ['127.0.0.1']
  const from = { headers: { 'x-forwarded-for': '203.0.113.7' } }
  for (let i = 0; i < 600; i++) await test.server.limits.openingsFrom.count('203.0.113.7')
  await fetchPicture(await picture(0), from)
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
  await fetchPicture(await picture(0), { headers: { 'x-forwarded-for': '203.0.113.8' } })
  expect(await receipt(message)).toMatchObject({ state: 'read' })
})

test('a mail that came back stays so, whoever opens what is left of it', async () => {
  const { test, sent, picture, fetchPicture, receipt } = await openShop({})
  const message = await sent('Bonjour')
  await asOwner(test, `update delivery set state = 'failed', reason = 'errors.delivery_bounced', failed_at = now()`)
  await fetchPicture(await picture(0))
  expect(await receipt(message)).toMatchObject({ state: 'failed' })
})

test('once Sophie wants to know no more, what already left tells nothing either', async () => {
  const { sent, picture, fetchPicture, receipt, turn } = await openShop({})
  const message = await sent('Bonjour')
  await turn('off')
  await fetchPicture(await picture(0))
  expect(await receipt(message)).toMatchObject({ state: 'sent' })
})

async function openShop(script: SinkScript) {
  const shop = await openMailShop(script)
  const { test, sophie, sink, delivery, reply } = shop
  async function turn(openingPicture: OpeningPicture) {
    const input = { commandId: makeId(), openingPicture }
    expect((await asPerson(sophie).put('/settings/workspace/opening-picture', input)).status).toBe(200)
  }
  /** Lets pass the time in which only programs look. */
  const grow = () => asOwner(test, `update delivery set accepted_at = accepted_at - interval '3 seconds'`)
  async function htmlOf(mail: number) {
    const read = await readMail(sink.mails[mail]!.raw)
    return read.outcome === 'read' ? read.html.trim() : ''
  }
  return {
    ...shop,
    turn,
    grow,
    htmlOf,
    /** Sends one that carries the picture, some seconds ago. */
    async sent(words: string) {
      await turn('on')
      const message = await reply(words)
      await delivery.idle()
      await grow()
      return message
    },
    picture: async (mail: number) => /\/o\/[\w-]{64}\.gif/.exec(await htmlOf(mail))![0],
    async fetchPicture(path: string, init: RequestInit = {}) {
      const response = await test.api.request(path, init)
      const headers = Object.fromEntries(response.headers)
      expect(response.status).toBe(200)
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'image/gif' })
      expect(headers).not.toHaveProperty('set-cookie')
      return { headers, bytes: Buffer.from(await response.arrayBuffer()).toString('base64') }
    },
  }
}
