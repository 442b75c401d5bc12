import type { BlockedSenders, ToSortPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { openMailroom } from './testing/open-mailroom.ts'

async function openWithBins() {
  const room = await openMailroom()
  const { hugo } = room
  const bin = async (name: 'to-sort' | 'spam') =>
    (await asPerson(hugo).get<ToSortPage>(`/inbox/to-sort?bin=${name}`)).body.mails
  return {
    ...room,
    bin,
    spamCount: async () => (await asPerson(hugo).get<{ spam: number }>('/inbox/counts')).body.spam,
    block: (address: string) => asPerson(hugo).post('/messaging/blocked-senders', { commandId: makeId(), address }),
    blocked: async () =>
      (await asPerson(hugo).get<BlockedSenders>('/messaging/blocked-senders')).body.senders.map((one) => one.address),
    /** Calls it spam, and answers the way back. */
    async undoSpam(mailId: string) {
      const [undoes, path] = [makeId(), `/inbox/to-sort/${mailId}/sort`]
      await asPerson(hugo).post(path, { commandId: undoes, to: { is: 'spam' } })
      const to = { is: 'back', bin: 'to-sort', undoes }
      return () => asPerson(hugo).post(path, { commandId: makeId(), to })
    },
    sort: (mailId: string, to: object) =>
      asPerson(hugo).post(`/inbox/to-sort/${mailId}/sort`, { commandId: makeId(), to }),
  }
}

test('what a blocked sender writes goes among spam, on every screen, and counts', async () => {
  const { test, hugo, mail, address, bin, block, inbox, spamCount } = await openWithBins()
  await expectLive(test, hugo, {}, () => block('pub@exemple.example'))
  await expectLive(test, hugo, {}, () => mail.receive({ from: 'Promo <pub@exemple.example>', to: address }))
  expect(await bin('spam')).toMatchObject([{ sender: 'pub@exemple.example', problem: 'errors.mail_blocked_sender' }])
  expect(await spamCount()).toBe(1)
  expect(await inbox()).toEqual([])
})

test('a whole domain can be blocked, and another one is still heard', async () => {
  const { mail, address, bin, block, inbox } = await openWithBins()
  await block('@pub.example')
  await mail.receive({ from: 'un@pub.example', to: address })
  await mail.receive({ from: 'deux@autre-pub.example', to: address })
  expect(await bin('spam')).toHaveLength(1)
  expect(await inbox()).toHaveLength(1)
})

test('“not spam” files the mail and lets its sender write again', async () => {
  const { test, hugo, mail, address, bin, block, sort, inbox } = await openWithBins()
  await block('marc@exemple.example')
  await mail.receive({ to: address, subject: 'Devis' })
  const [waiting] = await bin('spam')
  await expectLive(test, hugo, {}, () => sort(waiting!.id, { is: 'sender' }))
  await mail.receive({ to: address, subject: 'Encore moi' })
  expect((await inbox()).map(({ subject }) => subject)).toEqual(['Encore moi', 'Devis'])
  expect(await bin('spam')).toEqual([])
})

test('a mail to sort that is spam moves there and blocks its sender; aside and back find it where it was', async () => {
  const { test, hugo, mail, address, bin, sort } = await openWithBins()
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'un' })
  const [waiting] = await bin('to-sort')
  await expectLive(test, hugo, {}, () => sort(waiting!.id, { is: 'spam' }))
  expect(await bin('to-sort')).toEqual([])
  expect(await bin('spam')).toMatchObject([{ id: waiting!.id, problem: 'errors.mail_called_spam' }])
  await expectLive(test, hugo, {}, () => sort(waiting!.id, { is: 'aside' }))
  await expectLive(test, hugo, {}, () => sort(waiting!.id, { is: 'back', bin: 'spam' }))
  expect(await bin('spam')).toHaveLength(1)
})

test('a mail that somebody forged from our own address is called spam, and we are not blocked', async () => {
  const { hugo, mail, address, bin, sort } = await openWithBins()
  await mail.receive({ from: address, to: address })
  const [waiting] = await bin('to-sort')
  expect((await sort(waiting!.id, { is: 'spam' })).status).toBe(200)
  expect(await bin('spam')).toMatchObject([{ id: waiting!.id, problem: 'errors.mail_called_spam' }])
  const { body } = await asPerson(hugo).get<{ senders: object[] }>('/messaging/blocked-senders')
  expect(body.senders).toEqual([])
})

test('a sender who is blocked no more is heard again, and every screen knows', async () => {
  const { test, hugo, sophie, mail, address, bin, block, inbox } = await openWithBins()
  for (const blocked of ['pub@exemple.example', '@pub.example']) await block(blocked)
  const unblock = (blocked: string) =>
    asPerson(hugo).post('/messaging/blocked-senders/unblock', { commandId: makeId(), address: blocked })
  await expectLive(test, sophie, {}, () => unblock('pub@exemple.example'))
  await mail.receive({ from: 'pub@exemple.example', to: address, subject: 'Devis' })
  expect((await inbox()).map(({ subject }) => subject)).toEqual(['Devis'])
  await mail.receive({ from: 'un@pub.example', to: address })
  expect(await bin('spam')).toHaveLength(1)
})

test('calling a mail spam by mistake is undone whole: it waits for its reason, and its sender is heard', async () => {
  const { test, hugo, mail, address, bin, undoSpam, blocked } = await openWithBins()
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'un' })
  const [waiting] = await bin('to-sort')
  const undo = await undoSpam(waiting!.id)
  expect(await blocked()).toEqual(['mailer-daemon@exemple.example'])
  await expectLive(test, hugo, {}, undo)
  expect(await bin('to-sort')).toEqual([waiting])
  expect(await bin('spam')).toEqual([])
  expect(await blocked()).toEqual([])
  expect(await undo()).toBeRefused('not_found')
})

test('who was blocked before stays so when a mail of theirs was no spam after all', async () => {
  const { mail, address, bin, undoSpam, block, blocked } = await openWithBins()
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'un' })
  await block('mailer-daemon@exemple.example')
  const [waiting] = await bin('to-sort')
  const undo = await undoSpam(waiting!.id)
  await undo()
  expect(await bin('to-sort')).toEqual([waiting])
  expect(await blocked()).toEqual(['mailer-daemon@exemple.example'])
})

test('our own address cannot be blocked', async () => {
  const { address, block } = await openWithBins()
  expect(await block(address)).toBeRefused('invalid', 'errors.own_address_not_blocked')
})

test('a machine that never stops is left to a person', async () => {
  const { mail, address, bin, inbox } = await openWithBins()
  const headers = ['Auto-Submitted: auto-replied']
  for (let n = 1; n <= 22; n++)
    await mail.receive({ from: 'robot@exemple.example', to: address, subject: `Absence ${n}`, headers })
  expect(await inbox()).toHaveLength(20)
  expect(await bin('to-sort')).toMatchObject([
    { problem: 'errors.mail_never_ends' },
    { problem: 'errors.mail_never_ends' },
  ])
})
