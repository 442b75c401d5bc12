import { expect, test } from 'vitest'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import type { ImapSurroundings } from '@comptoir/server/messaging/imap/connect-to-imap'
import { testImapAccount } from '@comptoir/server/messaging/imap/test-imap-account'
import { asPerson } from '@comptoir/server/testing/as-person'
import { eventsHeardBy } from '@comptoir/server/testing/events-heard-by'
import { imapPassword, imapUser, letter, openReading, type Reading } from './open-reading.ts'

test('a wrong password is said once and not tried again by itself; the right one is used at once', async () => {
  const reading = await openReading()
  await reading.connect({ password: 'la mauvaise' })
  await expect.poll(async () => (await shown(reading)).fetchProblem).toBe('auth')
  expect((await shown(reading)).fetchDetail).toContain('Authentication failed')
  const refused = () => reading.dovecot.log().split('auth failed').length - 1
  await expect.poll(refused).toBe(1)
  for (let round = 0; round < 3; round++) await reading.server.fetching.idle()
  // Another who is refused comes after whatever the rounds would have tried.
  expect(await signIn(reading, 'non')).toMatchObject({ problem: 'auth' })
  await expect.poll(refused).toBe(2)
  await reading.connect()
  await expect.poll(async () => (await shown(reading)).fetchProblem).toBeNull()
  expect(refused()).toBe(2)
  reading.folders.deliver('INBOX', letter({ subject: 'Enfin' }))
  await expect.poll(reading.inbox).toMatchObject([{ subject: 'Enfin' }])
  const told = (await eventsHeardBy(reading.sophie)).filter(({ name }) => name === 'messaging.mailbox_changed')
  expect(told).toHaveLength(2)
})

test('a paused mailbox is not read; resumed, it has what came meanwhile', async () => {
  const reading = await openReading()
  const { sophie, mailboxId, folders, dovecot } = reading
  await reading.connect()
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  await asPerson(sophie).post(`/messaging/mailboxes/${mailboxId}/pause`, { commandId: makeId() })
  await expect.poll(dovecot.log).toContain('Disconnected')
  const signIns = () => dovecot.log().split('imap-login: Info: Login:').length - 1
  const before = signIns()
  folders.deliver('INBOX', letter({ subject: 'Pendant la pause' }))
  reading.server.fetching.wake(mailboxId)
  for (let round = 0; round < 3; round++) await reading.server.fetching.idle()
  // Another who signs in comes after whatever the rounds would have begun.
  expect(await signIn(reading, imapPassword)).toMatchObject({ ok: true })
  await expect.poll(signIns).toBe(before + 1)
  expect(await reading.incoming()).toEqual([])
  await asPerson(sophie).post(`/messaging/mailboxes/${mailboxId}/resume`, { commandId: makeId() })
  await expect.poll(reading.inbox).toMatchObject([{ subject: 'Pendant la pause' }])
})

test('what came while the server was away is read when it is back, whatever folder it went to', async () => {
  const reading = await openReading()
  const { sophie, mailboxId, folders, dovecot } = reading
  await reading.connect()
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  await asPerson(sophie).post(`/messaging/mailboxes/${mailboxId}/folders`, {
    commandId: makeId(),
    folders: ['INBOX', 'Sent', 'Junk'],
  })
  await expect
    .poll(async () => (await reading.folderRows()).every(({ chosen, uidValidity }) => !chosen || uidValidity))
    .toBe(true)
  await dovecot.stop()
  folders.deliver('INBOX', letter({ subject: 'un' }))
  folders.deliver('Junk', letter({ subject: 'deux' }))
  await dovecot.start()
  await expect.poll(async () => (reading.server.fetching.wake(mailboxId), (await reading.incoming()).length)).toBe(2)
  expect((await reading.incoming()).map(({ folderRole }) => String(folderRole)).toSorted()).toEqual(['inbox', 'junk'])
})

test('the account of a mailbox is tried as far as its inbox, by either way of TLS', async () => {
  const { dovecot } = await openReading()
  const login = { user: imapUser, password: imapPassword }
  const surroundings: ImapSurroundings = { privateHosts: 'allowed', authorities: [dovecot.certificate] }
  const tls = { host: 'localhost', port: dovecot.tlsPort, security: 'tls', login } as const
  const ask = (account: object, trust: object = surroundings) =>
    testImapAccount({ ...tls, ...account }, { ...surroundings, ...trust })
  const good = { ok: true, folders: expect.arrayContaining([{ path: 'Sent', role: 'sent' }]) }
  expect(await ask({})).toEqual(good)
  expect(await ask({ port: dovecot.port, security: 'starttls' })).toEqual(good)
  expect(await ask({ port: dovecot.port })).toMatchObject({ problem: 'tls' })
  expect(await ask({ host: '127.0.0.1' })).toMatchObject({ problem: 'certificate' })
  expect(await ask({}, { authorities: [] })).toMatchObject({ problem: 'certificate' })
  expect(await ask({}, { privateHosts: 'refused' })).toMatchObject({ problem: 'private_address' })
  expect(await ask({ host: 'nowhere.invalid' })).toMatchObject({ problem: 'host_not_found' })
  expect(await ask({ port: 1 })).toMatchObject({ problem: 'refused' })
  expect(await ask({ login: { user: imapUser, password: 'non' } })).toMatchObject({ problem: 'auth' })
})

function signIn({ dovecot: { port } }: Reading, password: string) {
  const login = { user: imapUser, password }
  return testImapAccount({ host: '127.0.0.1', port, security: 'none', login }, { privateHosts: 'allowed' })
}

async function shown({ sophie }: Reading) {
  return (await asPerson(sophie).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes[0]!
}
