import { inWorkspace } from '@comptoir/db/db'
import type { StaffEvent } from '@comptoir/contract/events'
import type { MailToSortOpened, ToSortPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { applyToSort } from '@comptoir/wire/apply/messaging'
import { expect, test } from 'vitest'
import type { OpenInbox } from '../messaging/intake.ts'
import { openMailReceiver } from '../messaging/open-mail-receiver.ts'
import { startIntake } from '../messaging/start-intake.ts'
import { rawMail } from '../messaging/testing/test-receiver.ts'
import { asPerson } from '../testing/as-person.ts'
import { addClient } from '../testing/conversations.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import type { TestServer, TestServerOptions } from '../testing/open-test-server.ts'
import { openInbox } from './receive-mail.ts'
import { openMailroom } from './testing/open-mailroom.ts'

async function openBin(options: TestServerOptions = {}) {
  const room = await openMailroom(options)
  const { hugo } = room
  return {
    ...room,
    bin: async () => (await asPerson(hugo).get<ToSortPage>('/inbox/to-sort')).body.mails,
    counts: async () => (await asPerson(hugo).get<{ toSort: number }>('/inbox/counts')).body.toSort,
    sort: (mailId: string, to: object) =>
      asPerson(hugo).post(`/inbox/to-sort/${mailId}/sort`, { commandId: makeId(), to }),
  }
}

/** An intake like the server's, whose filing may be made to fail. */
function intakeWith({ server }: TestServer, opening: OpenInbox) {
  const { config, secretKey, log, live, files } = server
  return startIntake({ config, secretKey, log, live, files, openInbox: opening })
}

test('mail that was stored before the server died is filed by the next one, in order', async () => {
  const { test, mail, address, inbox } = await openBin({ lives: 'test' })
  await test.server.intake.stop()
  for (const subject of ['un', 'deux', 'trois']) await mail.hand(rawMail({ to: address, subject }), address)
  expect(await inbox()).toEqual([])
  const next = intakeWith(test, openInbox)
  await next.idle()
  await next.stop()
  expect((await inbox()).map((row) => row.subject)).toEqual(['trois', 'deux', 'un'])
})

test('a server that dies after writing the message and before the end has written nothing', async () => {
  const { test, workspaceId, mail, address, inbox } = await openBin({ lives: 'test' })
  await test.server.intake.stop()
  await mail.hand(rawMail({ to: address }), address)
  let tries = 0
  const next = intakeWith(test, async (tx, workspaceId) => {
    const fileMail = await openInbox(tx, workspaceId)
    return async (...mail) => {
      const filing = await fileMail(...mail)
      tries += 1
      if (tries === 1) throw new Error('the process was killed')
      return filing
    }
  })
  await next.idle()
  await next.stop()
  expect(tries).toBe(2)
  expect(await inbox()).toHaveLength(1)
  const messages = await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.selectFrom('message').select('id').execute(),
  )
  expect(messages).toHaveLength(1)
})

test('a mail that cannot be filed three times waits for a person, and the next ones go on', async () => {
  const { test, hugo, mail, address, bin, inbox, counts } = await openBin({ lives: 'test' })
  await test.server.intake.stop()
  await mail.hand(rawMail({ to: address, subject: 'empoisonné' }), address)
  await mail.hand(rawMail({ to: address, subject: 'sain' }), address)
  const next = intakeWith(test, async (tx, workspaceId) => {
    const fileMail = await openInbox(tx, workspaceId)
    return (mail, choice) => {
      if (mail.subject === 'empoisonné') throw new Error('a bug')
      return fileMail(mail, choice)
    }
  })
  await next.idle()
  await next.stop()
  expect(await bin()).toMatchObject([{ problem: 'errors.mail_not_filed', sender: 'marc@exemple.example' }])
  expect(await inbox()).toMatchObject([{ subject: 'sain' }])
  expect(await counts()).toBe(1)
  expect((await eventsHeardBy(hugo)).filter(({ name }) => name === 'messaging.mail_set_to_sort')).toHaveLength(1)
})

test('bytes that are no mail wait in the bin with their beginning, and can be filed with a client', async () => {
  const { test, hugo, mail, address, bin, inbox, counts, sort, ...shop } = await openBin()
  const marc = await addClient(test, shop, 'Marc')
  await mail.hand('this is not a mail at all\r\n', address)
  await test.server.intake.idle()
  const [waiting] = await bin()
  expect(waiting).toMatchObject({
    problem: 'errors.mail_unreadable',
    mailbox: 'Chez Marc',
    sizeBytes: expect.any(Number),
  })
  const { body } = await asPerson(hugo).get<MailToSortOpened>(`/inbox/to-sort/${waiting!.id}`)
  expect(body).toMatchObject({ text: null, headers: expect.stringContaining('not a mail') })
  const raw = await asPerson(hugo).get<string>(`/inbox/to-sort/${waiting!.id}/raw`)
  expect(raw.headers.get('content-disposition')).toContain('attachment')
  expect(raw.body).toContain('this is not a mail')

  expect((await sort(waiting!.id, { is: 'client', clientId: marc.id })).status).toBe(200)
  expect(await bin()).toEqual([])
  expect(await counts()).toBe(0)
  expect(await inbox()).toMatchObject([{ clientName: 'Marc', lastPreview: 'this is not a mail at all' }])
  expect(await sort(waiting!.id, { is: 'aside' })).toBeRefused('not_found', 'errors.mail_missing')
})

test('mail from our own address, complaints and reports of unknown mails are no clients', async () => {
  const { mail, address, bin, inbox } = await openBin()
  await mail.receive({ from: address, to: address })
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'Undeliverable' })
  expect((await bin()).map(({ problem }) => problem).toSorted()).toEqual([
    'errors.mail_bounce_unknown',
    'errors.mail_own_address',
  ])
  expect(await inbox()).toEqual([])
})

test('a mail is set aside, or filed with its sender who becomes a client', async () => {
  const { mail, address, bin, inbox, sort } = await openBin()
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'un' })
  await mail.receive({ from: 'Relais <mailer-daemon@exemple.example>', to: address, subject: 'deux' })
  const [two, one] = await bin()
  await sort(one!.id, { is: 'aside' })
  await sort(two!.id, { is: 'sender' })
  expect(await bin()).toEqual([])
  expect(await inbox()).toMatchObject([{ clientName: 'Relais', subject: 'deux' }])
})

test('a mail set aside by mistake comes back as it was, on every screen', async () => {
  const { hugo, mail, address, bin, counts, sort } = await openBin()
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'un' })
  await mail.receive({ from: 'mailer-daemon@exemple.example', to: address, subject: 'deux' })
  const before = await bin()
  expect(await sort(before[1]!.id, { is: 'back', bin: 'to-sort' })).toBeRefused('not_found', 'errors.mail_missing')
  await sort(before[1]!.id, { is: 'aside' })
  expect(await counts()).toBe(1)
  const page = (await asPerson(hugo).get<ToSortPage>('/inbox/to-sort')).body
  await sort(before[1]!.id, { is: 'back', bin: 'to-sort' })
  expect(await bin()).toEqual(before)
  expect(await counts()).toBe(2)
  const heard = (await eventsHeardBy(hugo)).filter(({ seq }) => seq > page.seq)
  const fresh = (await asPerson(hugo).get<ToSortPage>('/inbox/to-sort')).body
  expect(heard.reduce((state, event) => applyToSort(state, event as StaffEvent), page)).toEqual(fresh)
})

test('a mail larger than the receiver takes is refused for good, and nothing of it stays', async () => {
  const { test, workspaceId, mail, address } = await openBin()
  const heavy = Buffer.concat([
    Buffer.from(rawMail({ to: address })),
    Buffer.alloc(36 * 1024 * 1024, 'x'.repeat(75) + '\n'),
  ])
  await expect(mail.hand(heavy, address)).rejects.toThrow(/552/)
  const kept = await inWorkspace(test.server.db, workspaceId, (tx) => tx.selectFrom('file').select('id').execute())
  expect(kept).toEqual([])
})

test('a receiver whose port is taken lets the server run without it', async () => {
  const { test, mail } = await openBin()
  const { server } = test
  const second = await openMailReceiver({ ...server, config: { ...server.config, mailInPort: mail.port } })
  expect(second.port).toBeNull()
  await second.stop()
})

test('a delegate sees nothing of the bin', async () => {
  const { lea } = await openBin()
  expect(await asPerson(lea).get('/inbox/to-sort')).toBeRefused('not_allowed')
})
