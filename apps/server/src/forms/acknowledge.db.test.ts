import { buffer } from 'node:stream/consumers'
import { inWorkspace } from '@comptoir/db/db'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openOutgoing } from '../messaging/open-outgoing.ts'
import { outgoingsOf } from '../messaging/outgoing.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { changeForm, conversations, openCounter, visit, type Counter } from './testing/open-counter.ts'

const nadia = { name: 'ACHETEZ spam.example', email: 'nadia@exemple.example' }

test('Nadia is told that her message arrived, and it still waits for an answer', async () => {
  const counter = await openCounter({ acknowledgement: 'on' })
  const { test, sophie } = counter
  const page = await visit(counter)
  await expectLive(test, sophie, {}, () => page.send({ ...nadia, message: 'Un gâteau ?' }))
  const [opened] = await conversations(sophie)
  expect(opened!.items).toMatchObject([
    { direction: 'in', seq: 1, text: 'Un gâteau ?' },
    { direction: 'out', seq: 2, userId: null, authorName: 'Chez Marc', written: 'automatically' },
  ])
  const { lastDirection, lastPreview, waitingSince, lastSeq } = opened!.conversation
  expect({ lastDirection, lastPreview, lastSeq }).toEqual({
    lastDirection: 'in',
    lastPreview: 'Un gâteau ?',
    lastSeq: 2,
  })
  expect(waitingSince).not.toBeNull()
  expect(opened!.unread).toBe(1)
  await test.server.delivery.idle()
  expect(await acknowledged(counter)).toMatchObject([
    { to: nadia.email, subject: 'Nous avons bien reçu votre message' },
  ])
})

test('no program answers it, and a stranger’s words do not travel in it', async () => {
  const counter = await openCounter({ acknowledgement: 'on', acknowledgementText: 'Merci, à demain !' })
  await (await visit(counter)).send({ ...nadia, message: 'ACHETEZ https://spam.example' })
  const mail = await mailOf(counter)
  expect(mail).toMatch(/^Auto-Submitted: auto-replied\r$/m)
  expect(mail).toMatch(/^X-Auto-Response-Suppress: All\r$/m)
  expect(mail).toMatch(/^Precedence: auto_reply\r$/m)
  expect(mail).toMatch(/^To: nadia@exemple\.example\r$/m)
  expect(mail).not.toContain('ACHETEZ')
})

test('the answer of a person follows it in the same thread, and is no automatic one', async () => {
  const counter = await openCounter({ acknowledgement: 'on' })
  const { sophie } = counter
  await (await visit(counter)).send({ ...nadia, message: 'Un gâteau ?' })
  const [{ conversation }] = (await conversations(sophie)) as [OpenedConversation]
  const messageId = makeId()
  const reply = { commandId: makeId(), messageId, bodyHtml: '<p>Bonjour</p>', fileIds: [], baseSeq: 2 }
  await asPerson(sophie).post(`/inbox/conversations/${conversation.id}/replies`, reply)
  const [first, second] = [await mailOf(counter, 1), await mailOf(counter, 2)]
  const id = first.match(/^Message-ID: (<[^>]+>)/m)![1]!
  expect(second).toContain(`In-Reply-To: ${id}`)
  expect(second).toContain(`References: ${id}`)
  expect(second).not.toContain('Auto-Submitted')
})

test('an address is told once a day, and not at all once it sent more than five forms', async () => {
  const counter = await openCounter({ acknowledgement: 'on' })
  const send = async (n: number) => (await visit(counter)).send({ ...nadia, message: `Message ${n}` })
  await send(1)
  await send(2)
  expect(await acknowledged(counter)).toHaveLength(1)
  await asOwner(
    counter.test,
    `update form_submission set at = at - interval '25 hours', acknowledged_at = acknowledged_at - interval '25 hours'`,
  )
  await changeForm(counter.sophie, { acknowledgement: 'off' })
  for (const n of [3, 4, 5, 6, 7]) await send(n)
  await changeForm(counter.sophie, { acknowledgement: 'on' })
  await send(8)
  expect(await acknowledged(counter)).toHaveLength(1)
})

test('six messages at once from the same person are told of once', async () => {
  const counter = await openCounter({ acknowledgement: 'on' })
  const pages = await Promise.all([1, 2, 3, 4, 5, 6].map(() => visit(counter)))
  const answers = await Promise.all(pages.map((page, n) => page.send({ ...nadia, message: `Message ${n}` })))
  expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 303))
  expect(await acknowledged(counter)).toHaveLength(1)
  expect(new Set((await conversations(counter.sophie)).map(({ client }) => client.id)).size).toBe(1)
})

test('programs and our own mailboxes are told nothing', async () => {
  const counter = await openCounter({ acknowledgement: 'on' })
  const { mailbox } = counter
  const local = mailbox.address.replace('@', '+form@')
  const silent = ['mailer-daemon@a.example', 'no-reply@a.example', 'noreply+1@a.example', 'ne-pas-repondre@a.example']
  for (const email of [...silent, 'list-bounces@a.example', mailbox.address, local])
    await (await visit(counter)).send({ name: email, email, message: `De ${email}` })
  expect(await conversations(counter.sophie)).toHaveLength(7)
  expect(await acknowledged(counter)).toEqual([])
})

async function acknowledged({ test, sophie }: Counter) {
  await test.server.delivery.idle()
  const { body } = await asPerson(sophie).get<{ mails: { to: string; subject: string }[] }>('/messaging/sandbox')
  return body.mails
}

/** The bytes of the nth mail that leaves. */
async function mailOf({ test, workspaceId }: Counter, nth = 1): Promise<string> {
  await test.server.delivery.idle()
  const { server } = test
  const worker = makeId()
  const outgoing = await inWorkspace(server.db, workspaceId, async (tx) => {
    const deliveries = await tx.selectFrom('delivery').select('id').orderBy('position').execute()
    const { id } = deliveries[nth - 1]!
    await tx.updateTable('delivery').set({ state: 'claimed', worker }).where('id', '=', id).execute()
    const [found] = await outgoingsOf(tx, workspaceId, [id], worker)
    await tx.updateTable('delivery').set({ state: 'accepted' }).where('id', '=', id).execute()
    return found!
  })
  return (await buffer(openOutgoing(server, outgoing).bytes)).toString()
}
