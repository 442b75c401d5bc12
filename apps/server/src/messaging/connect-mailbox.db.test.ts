import type { FolderView, MailboxesSlice, MailboxView } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { openSink } from './testing/connect-sink.ts'

const address = 'atelier@comptoir.test'

async function openShop() {
  const test = await openTestServer({ config: { allowPrivateHosts: true } })
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member' } })
  const { sophie, hugo } = shop.people
  const sink = await openSink({ auth: { user: address, password: 'la bonne' } })
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none', username: address }
  /** As Hugo, who looks on, sees it happen. */
  const live = <T>(act: () => Promise<T>) => expectLive(test, hugo, {}, act)
  const command = <Body = { mailbox: MailboxView }>(path: string, json: object = {}) =>
    live(() => asPerson(sophie).post<Body>(`/messaging/mailboxes/${path}`, { commandId: makeId(), ...json }))
  const connectNew = (json: object = {}) =>
    command<{ ok: boolean; mailbox: MailboxView }>('connect', {
      id: makeId(),
      name: 'Atelier',
      address,
      smtp,
      imap: null,
      password: 'la bonne',
      ...json,
    })
  const list = async () => (await asPerson(hugo).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes
  return { test, ...shop, sophie, hugo, sink, smtp, command, connectNew, list }
}

test('a mailbox is added together with a good account, and not at all with a bad one', async () => {
  const { connectNew, list, hugo } = await openShop()
  expect((await connectNew({ password: 'la mauvaise' })).body).toMatchObject({ ok: false, smtp: { problem: 'auth' } })
  expect(await list()).toHaveLength(1)
  expect((await connectNew({ ownerId: hugo.userId, hourlyLimit: 100 })).body).toMatchObject({ ok: true })
  expect(await list()).toMatchObject([{}, { address, carrier: 'smtp', ownerId: hugo.userId, hourlyLimit: 100 }])
})

test('the same command again adds no second one', async () => {
  const { connectNew, list } = await openShop()
  const once = { commandId: makeId(), id: makeId() }
  const [first, second] = [await connectNew(once), await connectNew(once)]
  expect(second.body).toEqual(first.body)
  expect(await list()).toHaveLength(2)
})

test('sending works and receiving does not: both are said, and nothing is kept', async () => {
  const { connectNew, smtp, list } = await openShop()
  const imap = { ...smtp, host: 'imap.invalid', port: 993, security: 'tls' }
  const { body } = await connectNew({ imap })
  expect(body).toMatchObject({ ok: false, smtp: { ok: true }, imap: { ok: false, problem: 'host_not_found' } })
  expect(await list()).toHaveLength(1)
})

test('sending may have a password of its own', async () => {
  const { connectNew } = await openShop()
  expect((await connectNew({ password: 'une autre', smtpPassword: 'la bonne' })).body).toMatchObject({ ok: true })
})

test('everything done to a mailbox is seen where somebody looks on', async () => {
  const { command, connectNew, smtp, list } = await openShop()
  const { id } = (await connectNew()).body.mailbox
  await command(`${id}/pause`)
  await command(`${id}/connect`, { smtp, imap: null })
  expect((await list())[1]).toMatchObject({ state: 'paused' })
  await command(`${id}/resume`)
  await command(`${id}/make-default`)
  await command(`${id}/disconnect`)
  expect((await list())[1]).toMatchObject({ carrier: 'sandbox', smtp: null, imap: null, isDefault: true })
  await command(`${id}/remove`)
  expect(await list()).toMatchObject([{ isDefault: true }])
})

test('which folders are read is said, and kept', async () => {
  const { test, command, mailbox, sophie, workspaceId } = await openShop()
  for (const path of ['INBOX', 'Fournisseurs'])
    await asOwner(
      test,
      `insert into mailbox_folder (workspace_id, mailbox_id, id, path, chosen) values ($1, $2, $3, $4, $5)`,
      [workspaceId, mailbox.id, makeId(), path, path === 'INBOX'],
    )
  const folders = async () =>
    (await asPerson(sophie).get<{ folders: FolderView[] }>(`/messaging/mailboxes/${mailbox.id}/folders`)).body.folders
  expect(await folders()).toMatchObject([
    { path: 'INBOX', use: 'read' },
    { path: 'Fournisseurs', use: 'left' },
  ])
  await command(`${mailbox.id}/folders`, { folders: ['Fournisseurs'] })
  expect(await folders()).toMatchObject([
    { path: 'Fournisseurs', use: 'read' },
    { path: 'INBOX', use: 'left' },
  ])
})

test('once disconnected, nothing that opened it is kept, and nobody heard it', async () => {
  const { test, command, connectNew, workspaceId, hugo } = await openShop()
  const { id } = (await connectNew()).body.mailbox
  await command(`${id}/disconnect`)
  const [row] = await asOwner(
    test,
    `select smtp_password, imap_password, oauth_refresh_token from mailbox where workspace_id = $1 and id = $2`,
    [workspaceId, id],
  )
  expect(row).toEqual({ smtp_password: null, imap_password: null, oauth_refresh_token: null })
  expect(JSON.stringify(await eventsHeardBy(hugo))).not.toContain('la bonne')
})
