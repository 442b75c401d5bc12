import type { StaffEvent } from '@comptoir/contract/events'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { EarlierPage } from '@comptoir/contract/timeline'
import type { ToSortPage } from '@comptoir/contract/messaging'
import type { EventsPage } from '@comptoir/contract/realtime'
import { makeId } from '@comptoir/rules/uuid'
import { addEarlier, applyToOpened, expectEarlier, openedFrom } from '@comptoir/wire/apply/opened'
import { expect, test } from 'vitest'
import { rawMail } from '../messaging/testing/test-receiver.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import type { TestServer } from '../testing/open-test-server.ts'
import { asPerson } from '../testing/as-person.ts'
import { reply } from './testing/open-shop.ts'
import { messagesIn, openMailroom } from './testing/open-mailroom.ts'
import { addMailbox, putFetched } from './testing/put-fetched.ts'

test('the same mail in two mailboxes is one message, which says so on every screen', async () => {
  const { test, workspaceId, hugo, mail, address, inbox } = await openMailroom()
  const contact = await addMailbox(test, workspaceId, { name: 'Contact', address: `contact.${address}` })
  const raw = rawMail({ to: `${address}, ${contact.address}`, messageId: 'one@exemple.example' })
  await mail.hand(`Delivered-To: ${address}\r\n${raw}`, address)
  await test.server.intake.idle()
  const [row] = await inbox()
  const copy = `Received: from relay.example by mx.example; Mon, 2 Mar 2026 10:00:02 +0100\r\n${raw}`
  await expectLive(test, hugo, { conversationId: row!.id }, async () => {
    await mail.hand(copy, contact.address)
    await test.server.intake.idle()
  })
  expect(await inbox()).toHaveLength(1)
  expect(await messagesIn(hugo, row!.id)).toMatchObject([{ alsoIn: [contact.id] }])
})

test('a mail that came to another mailbox while earlier ones were on their way to a screen says so once', async () => {
  const { test, workspaceId, hugo, mail, address, inbox } = await openMailroom()
  const contact = await addMailbox(test, workspaceId, { name: 'Contact', address: `contact.${address}` })
  const raw = rawMail({ to: `${address}, ${contact.address}`, messageId: 'one@exemple.example' })
  await mail.hand(raw, address)
  await test.server.intake.idle()
  const [row] = await inbox()
  const path = `/inbox/conversations/${row!.id}`
  const { body } = await asPerson(hugo).get<OpenedConversation>(path)
  const { body: page } = await asPerson(hugo).get<EarlierPage>(`${path}/earlier?before=1_2026-01-01T10:00:00.000000Z`)
  await mail.hand(`X-Copy: 2\r\n${raw}`, contact.address)
  await test.server.intake.idle()
  const { body: heard } = await asPerson(hugo).get<EventsPage>(`/events?after=${body.seq}`)
  const reader = { userId: hugo.userId, role: 'member' } as const
  let screen = expectEarlier(openedFrom(body))
  for (const event of heard.is === 'events' ? heard.events : [])
    screen = applyToOpened(screen, event as StaffEvent, reader)!
  expect(addEarlier(screen, page, reader).items).toMatchObject([{ alsoIn: [contact.id] }])
})

test('a program that gives every mail the same Message-ID loses none of them', async () => {
  const { mail, address, inbox } = await openMailroom()
  for (const text of ['Votre colis part.', 'Votre colis arrive.', 'Votre colis est là.'])
    await mail.receive({ to: address, text, messageId: 'notification@transport.example', subject: text })
  expect(await inbox()).toHaveLength(3)
})

test('a person files two copies of a mail, and it is said once, with one copy of its file', async () => {
  const { test, workspaceId, hugo, mail, address, inbox } = await openMailroom()
  const contact = await addMailbox(test, workspaceId, { name: 'Contact', address: `contact.${address}` })
  const raw = withFile(`${address}, ${contact.address}`)
  await mail.hand(raw, address, 'mailer-daemon@exemple.example')
  await mail.hand(`X-Copy: 2\r\n${raw}`, contact.address, 'mailer-daemon@exemple.example')
  await test.server.intake.idle()
  const { body } = await asPerson(hugo).get<ToSortPage>('/inbox/to-sort')
  for (const { id } of body.mails) {
    const sort = { commandId: makeId(), to: { is: 'sender' } }
    expect((await asPerson(hugo).post(`/inbox/to-sort/${id}/sort`, sort)).status).toBe(200)
  }
  const rows = await inbox()
  expect(body.mails).toHaveLength(2)
  expect(rows).toHaveLength(1)
  expect(await messagesIn(hugo, rows[0]!.id)).toMatchObject([{ alsoIn: [expect.any(String)] }])
  expect(await filesOf(test, workspaceId)).toHaveLength(3)
})

test('our own answer, found again among what was sent, is not said twice', async () => {
  const { test, workspaceId, sophie, mailbox, mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address })
  const [row] = await inbox()
  const answer = reply()
  await asPerson(sophie).post(`/inbox/conversations/${row!.id}/replies`, answer)
  const raw = rawMail({
    from: address,
    to: 'marc@exemple.example',
    messageId: `${answer.messageId}@${address.split('@')[1]}`,
  })
  await putFetched(test, workspaceId, raw, { mailboxId: mailbox.id, folderRole: 'sent' })
  expect((await messagesIn(sophie, row!.id)).map(({ direction }) => direction)).toEqual(['in', 'out'])
})

/** The bytes of two mails and of what is attached are three files. */
async function filesOf({ server }: TestServer, workspaceId: string) {
  const keys: string[] = []
  for await (const some of server.files.keysBefore(workspaceId, Date.now() + 60_000)) keys.push(...some)
  return keys
}

function withFile(to: string) {
  return [
    'From: Relais <mailer-daemon@exemple.example>',
    `To: ${to}`,
    'Subject: Votre vélo',
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'Bonjour',
    '--b',
    'Content-Type: text/csv; name=prix.csv',
    '',
    'a,b',
    '--b--',
    '',
  ].join('\r\n')
}
