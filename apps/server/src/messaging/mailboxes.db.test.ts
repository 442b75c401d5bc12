import type { MailboxesSlice, MailboxTest, MailboxView } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { eventsHeardBy } from '../testing/events-heard-by.ts'
import { openTestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { openSink } from './testing/connect-sink.ts'

async function openShop() {
  const test = await openTestServer({ config: { allowPrivateHosts: true } })
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member' } })
  const { sophie, hugo } = shop.people
  const list = async () => (await asPerson(hugo).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes
  const command = <Body = { mailbox: MailboxView }>(name: string, mailboxId = shop.mailbox.id, json: object = {}) =>
    asPerson(sophie).post<Body>(`/messaging/mailboxes/${mailboxId}/${name}`, {
      commandId: makeId(),
      ...json,
    })
  const add = async (address: string) => {
    const id = makeId()
    const answer = await asPerson(sophie).post('/messaging/mailboxes', {
      commandId: makeId(),
      id,
      name: 'Atelier',
      address,
    })
    return { id, ...answer }
  }
  return { test, ...shop, sophie, hugo, list, command, add }
}

test('a new business has one mailbox, in the sandbox; another can be added and made the default', async () => {
  const { list, add, command, sophie } = await openShop()
  expect(await list()).toMatchObject([{ name: 'Chez Marc', carrier: 'sandbox', isDefault: true, smtp: null }])
  const { id } = await add('atelier@comptoir.test')
  await command('make-default', id)
  expect((await list()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ['Chez Marc', false],
    ['Atelier', true],
  ])
  expect((await eventsHeardBy(sophie)).map(({ name }) => name)).toEqual([
    'messaging.mailbox_added',
    'messaging.mailbox_changed',
    'messaging.mailbox_changed',
  ])
})

test('an address has one mailbox in the whole installation', async () => {
  const { test, add, mailbox, list, sophie } = await openShop()
  expect(await add(mailbox.address)).toBeRefused('conflict', 'errors.mailbox_address_taken')
  const other = await seed(test, { business: 'Chez Léa', people: { lea: 'owner' } })
  expect(await add(other.mailbox.address)).toBeRefused('conflict', 'errors.mailbox_address_taken')
  const change = { commandId: makeId(), name: 'Vol', address: other.mailbox.address }
  expect(await asPerson(sophie).post(`/messaging/mailboxes/${mailbox.id}`, change)).toBeRefused(
    'conflict',
    'errors.mailbox_address_taken',
  )
  expect(await list()).toHaveLength(1)
})

test('the last mailbox stays; a removed one leaves its address free, and the default to another', async () => {
  const { list, add, command, mailbox } = await openShop()
  expect(await command('remove')).toBeRefused('conflict', 'errors.mailbox_last')
  const { id } = await add('atelier@comptoir.test')
  expect((await command('remove')).status).toBe(200)
  expect(await list()).toMatchObject([{ id, isDefault: true }])
  expect(await command('pause')).toBeRefused('not_found', 'errors.mailbox_missing')
  expect((await add(mailbox.address)).status).toBe(201)
})

test('an account is tried before it is connected, and its password is never told', async () => {
  const { test, list, command } = await openShop()
  const sink = await openSink({ auth: { user: 'sophie', password: 'la bonne' } })
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none', username: 'sophie' }
  const account = { smtp, imap: null }
  expect((await command('connect', undefined, { ...account, password: 'la mauvaise' })).body).toMatchObject({
    ok: false,
    smtp: { ok: false, problem: 'auth' },
  })
  expect(await list()).toMatchObject([{ carrier: 'sandbox' }])
  const { body } = await command('connect', undefined, { ...account, password: 'la bonne' })
  expect(body).toMatchObject({ ok: true, mailbox: { carrier: 'smtp', smtp } })
  expect(JSON.stringify([body, await list()])).not.toContain('bonne')
  const [row] = await asOwner<{ smtp_password: Buffer }>(
    test,
    `select smtp_password from mailbox where carrier = 'smtp'`,
  )
  expect(row!.smtp_password.toString()).not.toContain('bonne')
  expect(sink.mails).toEqual([])

  const again = async (json: object) => (await command<MailboxTest>('test', undefined, json)).body
  expect(await again(account)).toEqual({ ok: true, smtp: { ok: true }, imap: null, folders: [] })
  // The kept password goes to nobody but the server it was given for.
  const elsewhere = await openSink({ auth: { user: 'sophie', password: 'la bonne' } })
  const other = { ...smtp, host: 'localhost', port: elsewhere.port }
  expect(await again({ ...account, smtp: other })).toMatchObject({ ok: false, smtp: { problem: 'auth' } })

  await command('disconnect')
  expect(await list()).toMatchObject([{ carrier: 'sandbox', smtp: null }])
})

test.each([
  ['a host that does not exist', { host: 'mail.invalid', port: 587, security: 'starttls' }, 'host_not_found'],
  ['a port nobody listens on', { host: '127.0.0.1', port: 1, security: 'starttls' }, 'refused'],
] as const)('a test of %s says what is wrong, not that something is', async (_, account, problem) => {
  const { command } = await openShop()
  const smtp = { ...account, username: 'sophie' }
  const { status, body } = await command('test', undefined, { smtp, imap: smtp, password: 'x' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ ok: false, smtp: { ok: false, problem }, imap: { ok: false, problem } })
})

test('addresses inside the network of the installation are not reached unless it allows that', async () => {
  const { test, command } = await openShop()
  test.server.config.allowPrivateHosts = false
  const smtp = { host: '127.0.0.1', port: 25, security: 'none', username: 'sophie' }
  const { body } = await command('test', undefined, { smtp, imap: { ...smtp, port: 143 }, password: 'x' })
  const private_address = { ok: false, problem: 'private_address' }
  expect(body).toMatchObject({ ok: false, smtp: private_address, imap: private_address })
})

test('Hugo, a member, sees the mailboxes and changes none', async () => {
  const { hugo, mailbox, list } = await openShop()
  expect(await list()).toHaveLength(1)
  expect(await asPerson(hugo).post(`/messaging/mailboxes/${mailbox.id}/pause`, { commandId: makeId() })).toBeRefused(
    'not_allowed',
  )
})
