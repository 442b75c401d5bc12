import type { Counts, ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { ToSortPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openTestReceiver } from '../messaging/testing/test-receiver.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import type { Person } from '../testing/people.ts'
import { complaint } from './testing/complaint.ts'
import { deliveryReport } from './testing/delivery-report.ts'
import { openMailShop } from './testing/open-mail-shop.ts'

test('a message that comes back is red, out of the archive, and unread for Hugo who wrote it, live', async () => {
  const { test, hugo, sophie, conversation, marc, archived, bounce } = await shopThatHears()
  const message = await archived(hugo)
  const looking = { conversationId: conversation.id, clientId: marc.id }
  await expectLive(test, hugo, looking, () => expectLive(test, sophie, looking, () => bounce(message)))
  expect([await unreadOf(hugo), await unreadOf(sophie)]).toEqual([1, 0])
  const { body } = await asPerson(sophie).get<ListPage>('/inbox/conversations')
  expect(body.rows).toMatchObject([{ id: conversation.id, state: 'open', failedAt: expect.any(String) }])
})

test('the timeline says to whom it did not come', async () => {
  const { sophie, hugo, marc, archived, bounce, entries } = await shopThatHears()
  await bounce(await archived(hugo))
  expect((await entries(sophie)).at(-1)).toMatchObject({
    kind: 'bounced',
    summary: marc.email,
  })
})

test('Hugo’s screens alone are told, once, however often the report comes', async () => {
  const { sophie, hugo, archived, bounce } = await shopThatHears()
  const message = await archived(hugo)
  await bounce(message)
  await bounce(message)
  const told = (await eventsHeardBy(sophie)).filter(({ name }) => name === 'inbox.trouble_told')
  expect(told).toMatchObject([{ data: { trouble: 'bounced', messageId: message, tells: [hugo.userId] } }])
})

test('where whoever wrote it has left, everybody is told', async () => {
  const { sophie, hugo, archived, bounce } = await shopThatHears()
  const message = await archived(hugo)
  await asPerson(sophie).post(`/members/${hugo.userId}/disable`, { commandId: makeId() })
  await bounce(message)
  expect(await unreadOf(sophie)).toBe(1)
})

test('a server that refuses for good tells Hugo at once', async () => {
  const { hugo, delivery, reply, conversation } = await openMailShop({
    refuse: { at: 'recipient', code: 550, message: '5.1.1 No such user' },
  })
  await reply('Bonjour', hugo)
  await delivery.idle()
  expect(await unreadOf(hugo)).toBe(1)
  const { body } = await asPerson(hugo).get<OpenedConversation>(`/inbox/conversations/${conversation.id}`)
  expect(body.items.at(-1)).toMatchObject({ is: 'entry', kind: 'bounced' })
})

test('what may not have left is told to Hugo too', async () => {
  const { hugo, delivery, reply } = await openMailShop({ drop: 'after-data' })
  await reply('Bonjour', hugo)
  await delivery.idle()
  expect(await unreadOf(hugo)).toBe(1)
})

test('a reader who calls a message spam is noted at it, and Hugo is told, live', async () => {
  const { hugo, sophie, looking, complain, receipt, test, sent, entries } = await shopThatHears()
  const message = await sent(hugo)
  expect(await receipt(message)).toMatchObject({ state: 'sent', complainedAt: null })
  await expectLive(test, hugo, looking, () => expectLive(test, sophie, looking, () => complain(message)))
  expect(await receipt(message)).toMatchObject({ state: 'sent', complainedAt: expect.any(String) })
  expect((await entries(sophie)).at(-1)).toMatchObject({ kind: 'complained' })
  expect(await unreadOf(hugo)).toBe(1)
})

test('a message that its reader called spam is not red, and stays archived', async () => {
  const { hugo, sophie, complain, archived } = await shopThatHears()
  await complain(await archived(hugo))
  const { body } = await asPerson(sophie).get<ListPage>('/inbox/conversations?view=archived')
  expect(body.rows).toMatchObject([{ state: 'archived', failedAt: null }])
})

test('a complaint that comes twice is told once, and the mark stays what it was', async () => {
  const { hugo, sophie, complain, receipt, sent, entries } = await shopThatHears()
  const message = await sent(hugo)
  await complain(message)
  const before = await receipt(message)
  await complain(message, 'Once more')
  expect(await receipt(message)).toEqual(before)
  expect((await entries(sophie)).filter((one) => one.is === 'entry' && one.kind === 'complained')).toHaveLength(1)
})

test('a complaint about nothing of ours waits for a person', async () => {
  const { sophie, mail, mailbox, test } = await shopThatHears()
  const raw = complaint({ to: mailbox.address, messageId: 'autre@ailleurs.example' })
  await mail.hand(raw, mailbox.address, 'feedback@exemple.example')
  await test.server.intake.idle()
  const { body } = await asPerson(sophie).get<ToSortPage>('/inbox/to-sort')
  expect(body.mails).toMatchObject([{ problem: 'errors.mail_complaint' }])
})

async function unreadOf(person: Person) {
  return (await asPerson(person).get<Counts>('/inbox/counts')).body.views.unread ?? 0
}

/** A shop that sends and hears; Sophie may archive its conversation. */
async function shopThatHears() {
  const opened = await openMailShop({})
  const mail = await openTestReceiver(opened.test)
  const { conversation, delivery, mailbox, marc, reply, sophie, test } = opened
  const sent = async (author: Person) => {
    const message = await reply('Bonjour', author)
    await delivery.idle()
    return message
  }
  return {
    ...opened,
    mail,
    sent,
    async archived(author: Person) {
      const message = await sent(author)
      await asPerson(sophie).post(`/inbox/conversations/${conversation.id}/archive`, { commandId: makeId() })
      return message
    },
    async bounce(messageId: string) {
      const to = mailbox.address
      const about = { recipient: marc.email, action: 'failed', messageId: `${messageId}@comptoir.test` } as const
      await mail.hand(deliveryReport({ to, ...about }), to, 'mailer-daemon@exemple.example')
      await test.server.intake.idle()
    },
    async complain(messageId: string, subject?: string) {
      const raw = complaint({ to: mailbox.address, messageId: `${messageId}@comptoir.test`, subject })
      await mail.hand(raw, mailbox.address, 'feedback@exemple.example')
      await test.server.intake.idle()
    },
    async entries(person: Person) {
      const { body } = await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${conversation.id}`)
      return body.items.filter(({ is }) => is === 'entry')
    },
  }
}
