import type { OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { rawMail } from '../messaging/testing/test-receiver.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { messagesIn, openMailroom } from './testing/open-mailroom.ts'
import { putFetched } from './testing/put-fetched.ts'
import { list } from './testing/open-shop.ts'

test('an absence notice stands in its conversation and asks for nothing', async () => {
  const { test, hugo, mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address, messageId: 'question@exemple.example' })
  const [row] = await inbox()
  await asPerson(hugo).post(`/inbox/conversations/${row!.id}/archive`, { commandId: makeId() })
  await expectLive(test, hugo, { conversationId: row!.id }, () =>
    mail.receive({
      to: address,
      text: 'Je suis absent.',
      inReplyTo: 'question@exemple.example',
      headers: ['Auto-Submitted: auto-replied'],
    }),
  )
  expect(await inbox()).toEqual([])
  expect((await messagesIn(hugo, row!.id)).at(-1)).toMatchObject({ kind: 'auto-reply', text: 'Je suis absent.' })
  expect((await list(hugo, 'unread')).unread).toEqual({ [row!.id]: 1 })
})

test('mail from before the mailbox was connected is put away, read, with its own time', async () => {
  const { test, workspaceId, hugo, mailbox, address, inbox } = await openMailroom()
  const old = { mailboxId: mailbox.id, isHistory: true }
  await expectLive(test, hugo, {}, async () => {
    await putFetched(test, workspaceId, rawMail({ to: address, messageId: 'b@exemple.example' }), {
      ...old,
      receivedAt: '2024-05-02T08:00:00Z',
    })
  })
  expect(await inbox()).toEqual([])
  const archived = await list(hugo, 'archived')
  expect(archived.rows).toMatchObject([{ lastAt: '2024-05-02T08:00:00.000000Z', waitingSince: null }])
  expect(archived.unread).toEqual({})
})

test('an older mail that is read later takes its place, and the last word stays the last', async () => {
  const { test, workspaceId, hugo, mailbox, mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address, text: 'Et alors ?', references: ['first@exemple.example'] })
  const [row] = await inbox()
  const raw = rawMail({ to: address, text: 'Bonjour', messageId: 'first@exemple.example' })
  await expectLive(test, hugo, { conversationId: row!.id }, () =>
    putFetched(
      test,
      workspaceId,
      raw.replace('Subject: Question', 'Subject: Re\r\nReferences: <first@exemple.example>'),
      {
        mailboxId: mailbox.id,
        isHistory: true,
        receivedAt: '2024-05-02T08:00:00Z',
      },
    ),
  )
  expect(await inbox()).toMatchObject([{ lastPreview: 'Et alors ?' }])
  expect((await messagesIn(hugo, row!.id)).map(({ text }) => text)).toEqual(['Bonjour', 'Et alors ?'])
})

test('somebody else who answers a forwarded mail begins a conversation that says where it may belong', async () => {
  const { hugo, mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address, subject: 'Toiture', messageId: 'roof@exemple.example' })
  const [first] = await inbox()
  await mail.receive({
    from: 'voisin@exemple.example',
    to: address,
    subject: 'TR: Toiture',
    references: ['roof@exemple.example'],
  })
  const [second] = await inbox()
  const { body } = await asPerson(hugo).get<OpenedConversation>(`/inbox/conversations/${second!.id}`)
  expect(body.items.filter(({ is }) => is === 'entry')).toMatchObject([
    { kind: 'maybe_related', refId: first!.id, summary: 'Toiture' },
  ])
})
