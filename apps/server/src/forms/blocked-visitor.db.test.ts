import type { Counts } from '@comptoir/contract/inbox'
import type { ToSortPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { conversations, openCounter, textOf, visit } from './testing/open-counter.ts'

const nadia = { name: 'Nadia Peeters', email: 'Nadia@exemple.example', phone: '0476 12 34 56', message: 'Achetez !' }

test('what a blocked visitor fills in waits among spam, like their mail; nobody is told, and nothing answers', async () => {
  const { counter, sophie, test, spam, answered } = await openWithBlocked('nadia@exemple.example')
  const page = await visit(counter)
  await expectLive(test, sophie, {}, async () => {
    expect(await page.send(nadia)).toMatchObject({ status: 303 })
    await test.server.intake.idle()
  })
  expect(await spam()).toMatchObject([
    { sender: 'nadia@exemple.example', subject: 'Achetez !', problem: 'errors.mail_blocked_sender' },
  ])
  expect(await conversations(sophie)).toEqual([])
  const { body } = await asPerson(sophie).get<Counts>('/inbox/counts')
  expect([body.views.unread ?? 0, body.spam]).toEqual([0, 1])
  expect((await asPerson(sophie).get('/clients?words=Nadia')).body).toEqual([])
  expect(await answered()).toEqual([])
})

test('whoever blocked a whole domain meets nobody of it in the form either, and meets others', async () => {
  const { counter, sophie, spam } = await openWithBlocked('@exemple.example')
  await (await visit(counter)).send(nadia)
  await (await visit(counter)).send({ ...nadia, email: 'nadia@autre.example' })
  expect(await spam()).toHaveLength(1)
  expect(await conversations(sophie)).toHaveLength(1)
})

test('Sophie takes it back: all that was filled in stands in a conversation, with its files, and Nadia is heard again', async () => {
  const { counter, sophie, spam, answered } = await openWithBlocked('nadia@exemple.example')
  await (await visit(counter)).send(nadia, { files: [new File(['%PDF'], 'plan.pdf', { type: 'application/pdf' })] })
  const [waiting] = await spam()
  await asPerson(sophie).post(`/inbox/to-sort/${waiting!.id}/sort`, { commandId: makeId(), to: { is: 'sender' } })
  const [taken] = await conversations(sophie)
  expect(taken).toMatchObject({ client: { name: 'Nadia Peeters' }, conversation: { subject: 'Achetez !' } })
  expect(textOf(taken!)).toMatch(/^Achetez !\n[^]*0476 12 34 56/)
  const [message] = taken!.items
  expect(message).toMatchObject({ attachments: [{ name: 'plan.pdf', sizeBytes: 4 }] })
  await (await visit(counter)).send({ ...nadia, message: 'Pardon' })
  expect(await spam()).toEqual([])
  expect((await conversations(sophie)).map(({ conversation }) => conversation.subject)).toContain('Pardon')
  expect(await answered()).toHaveLength(1)
})

test('a double click of a blocked visitor makes one mail, and what they changed afterwards is confirmed first', async () => {
  const { counter, spam } = await openWithBlocked('nadia@exemple.example')
  const page = await visit(counter)
  const [one, other] = await Promise.all([page.send(nadia), page.send(nadia)])
  expect([one.status, other.status]).toEqual([303, 303])
  expect((await page.send({ ...nadia, message: 'Vendez !' })).status).toBe(409)
  expect(await spam()).toHaveLength(1)
})

/** A shop whose form answers by itself and takes files, and that hears no more from somebody. */
async function openWithBlocked(address: string) {
  const counter = await openCounter({ acknowledgement: 'on', files: 'allowed' })
  const { sophie, test } = counter
  await asPerson(sophie).post('/messaging/blocked-senders', { commandId: makeId(), address })
  return {
    counter,
    sophie,
    test,
    async spam() {
      await test.server.intake.idle()
      return (await asPerson(sophie).get<ToSortPage>('/inbox/to-sort?bin=spam')).body.mails
    },
    async answered() {
      await test.server.delivery.idle()
      return (await asPerson(sophie).get<{ mails: object[] }>('/messaging/sandbox')).body.mails
    },
  }
}
