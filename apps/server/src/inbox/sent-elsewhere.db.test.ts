import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { now } from '../instant.ts'
import { rawMail } from '../messaging/testing/test-receiver.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { logOf } from './testing/open-shop.ts'
import { inboxOf, messagesIn, openMailroom } from './testing/open-mailroom.ts'
import { addMailbox, putFetched } from './testing/put-fetched.ts'

async function openWithQuestion() {
  const room = await openMailroom()
  await room.mail.receive({ to: room.address, messageId: 'question@exemple.example' })
  const [row] = await room.inbox()
  const answer = (from: string) =>
    rawMail({ from, to: 'Marc <marc@exemple.example>', text: 'Oui, lundi.', inReplyTo: 'question@exemple.example' })
  return { ...room, row: row!, answer }
}

test('a reply written on a phone stands in its conversation, on every screen, and nobody waits for one', async () => {
  const { test, workspaceId, hugo, mailbox, address, row, answer, inbox } = await openWithQuestion()
  await expectLive(test, hugo, { conversationId: row.id, clientId: row.clientId }, () =>
    putFetched(test, workspaceId, answer(address), { mailboxId: mailbox.id, folderRole: 'sent' }),
  )
  expect(await inbox()).toMatchObject([{ lastDirection: 'out', lastPreview: 'Oui, lundi.', waitingSince: null }])
  expect((await messagesIn(hugo, row.id)).at(-1)).toMatchObject({
    direction: 'out',
    written: 'elsewhere',
    receipt: null,
    text: 'Oui, lundi.',
  })
})

test('what Hugo sent under an alias, found among what was sent, is ours, and Marc hears it in the portal', async () => {
  const { test, workspaceId, hugo, mailbox, row, answer } = await openWithQuestion()
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.updateTable('client').set({ portalSince: now() }).where('id', '=', row.clientId).execute(),
  )
  await putFetched(test, workspaceId, answer('alias@ailleurs.example'), { mailboxId: mailbox.id, folderRole: 'sent' })
  expect((await messagesIn(hugo, row.id)).map(({ direction }) => direction)).toEqual(['in', 'out'])
  expect(await inboxOf(hugo)).toHaveLength(1)
  expect((await logOf(test, workspaceId)).map(({ name }) => name)).toContain('portal.message_sent')
})

test('our own address in what merely came proves nothing: a person decides', async () => {
  const { test, workspaceId, hugo, mailbox, address, row, answer } = await openWithQuestion()
  await putFetched(test, workspaceId, answer(address), { mailboxId: mailbox.id, folderRole: 'inbox' })
  expect(await messagesIn(hugo, row.id)).toHaveLength(1)
  const { body } = await asPerson(hugo).get<{ mails: object[] }>('/inbox/to-sort')
  expect(body.mails).toMatchObject([{ problem: 'errors.mail_own_address' }])
})

test('what Hugo sent from his own mailbox to somebody new is a conversation of his', async () => {
  const { test, workspaceId, hugo, address } = await openWithQuestion()
  const own = await addMailbox(test, workspaceId, {
    name: 'Hugo',
    address: `hugo.${address}`,
    ownerId: hugo.userId,
  })
  const raw = rawMail({ from: own.address, to: 'Zoé <zoe@exemple.example>', subject: 'Votre vélo est prêt' })
  await putFetched(test, workspaceId, raw, { mailboxId: own.id, folderRole: 'sent' })
  const [row] = await inboxOf(hugo)
  expect(row).toMatchObject({ clientName: 'Zoé', assigneeId: hugo.userId, lastDirection: 'out' })
  expect(await messagesIn(hugo, row!.id)).toMatchObject([{ userId: hugo.userId, authorName: 'Hugo' }])
})

test('what comes to a member’s own mailbox is confided to them', async () => {
  const { test, workspaceId, hugo, mail, address } = await openWithQuestion()
  const own = await addMailbox(test, workspaceId, { name: 'Hugo', address: `hugo.${address}`, ownerId: hugo.userId })
  await expectLive(test, hugo, {}, () => mail.receive({ from: 'zoe@exemple.example', to: own.address }))
  expect((await inboxOf(hugo))[0]).toMatchObject({ assigneeId: hugo.userId })
})
