import type { MailboxesSlice, SignInBegun, SignInFinished, SignInWith } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { eventually } from '../../testing/eventually.ts'
import { openTestServer } from '../../testing/open-test-server.ts'
import { seed, type Person } from '../../testing/people.ts'
import { openSink } from '../testing/connect-sink.ts'
import { sandboxClient, startOAuthSandbox } from '../testing/oauth-sandbox.ts'

const address = 'atelier@exemple.example'
type Connected = { ok: boolean; mailbox: { id: string }; smtp: object }

async function openShop({ accessSeconds = 3600, secret = sandboxClient.secret } = {}) {
  const sandbox = await startOAuthSandbox({ accessSeconds })
  onTestFinished(sandbox.close)
  const clients = {
    googleClientId: sandboxClient.id,
    googleClientSecret: secret,
    microsoftClientId: sandboxClient.id,
    microsoftClientSecret: sandboxClient.secret,
  }
  const config = { allowPrivateHosts: true, oauthSandboxUrl: sandbox.url, ...clients }
  const test = await openTestServer({ config, lives: 'test' })
  const shop = await seed(test, { people: { sophie: 'owner', ada: 'admin' } })
  const { sophie } = shop.people
  const sink = await openSink({ auth: { accepts: sandbox.accepts } })
  const account = { smtp: { host: '127.0.0.1', port: sink.port, security: 'none', username: address }, imap: null }

  /** Sophie presses the button, allows it on the other page, and is sent back. */
  async function goAndAllow(by: SignInWith, answer: 'yes' | 'no' = 'yes', person: Person = sophie) {
    const begun = await asPerson(person).post<SignInBegun>('/messaging/mailboxes/sign-in', { address, with: by })
    const asked = new URL(begun.body.url)
    const page = await (await fetch(asked)).text()
    const form = new URLSearchParams({ answer })
    for (const [, name, value] of page.matchAll(/name="(\w+)" value="([^"]*)"/g)) form.append(name!, value!)
    form.set('answer', answer)
    const back = await fetch(new URL('answer', asked), { method: 'POST', body: form, redirect: 'manual' })
    const { searchParams } = new URL(back.headers.get('location')!)
    return { state: searchParams.get('state')!, code: searchParams.get('code') ?? '' }
  }
  const finish = (back: object, person: Person = sophie) =>
    asPerson(person).post<SignInFinished>('/messaging/mailboxes/sign-in/finish', back)
  async function connect(by: SignInWith) {
    const { body } = await finish(await goAndAllow(by))
    const json = { commandId: makeId(), id: makeId(), name: 'Atelier', address, ...account, consent: body.consent }
    const connected = await asPerson(sophie).post<Connected>('/messaging/mailboxes/connect', json)
    return connected.body.mailbox.id
  }
  async function write(mailboxId: string) {
    const written = { commandId: makeId(), conversationId: makeId(), messageId: makeId(), mailboxId }
    const client = { is: 'new', id: makeId(), name: 'Ines', company: '', phones: [] }
    const json = {
      ...written,
      client,
      to: 'ines@exemple.be',
      subject: 'Devis',
      bodyHtml: '<p>Bonjour</p>',
      fileIds: [],
    }
    expect((await asPerson(sophie).post('/inbox/conversations', json)).status).toBe(201)
    await test.server.delivery.idle()
  }
  const mailbox = async (id: string) =>
    (await asPerson(sophie).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes.find((one) => one.id === id)
  return { test, ...shop, sophie, sandbox, sink, account, goAndAllow, finish, connect, write, mailbox }
}

test.each(['google', 'microsoft'] as const)(
  'Sophie signs in at %s, and her mail leaves without a password',
  async (by) => {
    const { connect, write, sink, mailbox, test } = await openShop()
    const id = await connect(by)
    expect(await mailbox(id)).toMatchObject({ signIn: by, carrier: 'smtp', state: 'active' })
    await write(id)
    expect(sink.mails).toMatchObject([{ from: address, user: address }])
    const [kept] = await asOwner<{ sealed: Buffer }>(
      test,
      `select oauth_refresh_token as sealed from mailbox where id = $1`,
      [id],
    )
    expect(kept!.sealed.toString()).toMatch(/^v1\./)
    expect(kept!.sealed.toString()).not.toContain('refresh-')
  },
)

test('a token is renewed before it ends, once however many wait for it', async () => {
  // Ends within the margin: every mail needs a new one.
  const { connect, sandbox, test, workspaceId } = await openShop({ accessSeconds: 30 })
  const id = await connect('google')
  const before = sandbox.counts.refreshes
  const row = await asOwner<{ oauth_refresh_token: Buffer }>(
    test,
    `select oauth_refresh_token from mailbox where id = $1`,
    [id],
  )
  const asked = { workspaceId, id, signIn: 'google', oauthRefreshToken: row[0]!.oauth_refresh_token } as const
  const tokens = await Promise.all(Array.from({ length: 20 }, () => test.server.accessTokens.of(asked)))
  expect(sandbox.counts.refreshes - before).toBe(1)
  expect(new Set(tokens.map((one) => one.outcome === 'token' && one.accessToken)).size).toBe(1)
})

test('Microsoft gives a new refresh token each time, and it is the new one that is kept', async () => {
  const { connect, write, test, sink } = await openShop({ accessSeconds: 30 })
  const id = await connect('microsoft')
  const kept = () => asOwner(test, `select oauth_refresh_token::text as token from mailbox where id = $1`, [id])
  const before = await kept()
  await write(id)
  expect(sink.mails).toHaveLength(1)
  expect(await kept()).not.toEqual(before)
})

test('once the consent is withdrawn the mailbox says so, and signing in again mends it', async () => {
  const { connect, write, sandbox, mailbox, goAndAllow, finish, sophie, account, sink, test } = await openShop()
  const id = await connect('google')
  sandbox.withdraw(address)
  await write(id)
  await eventually(async () =>
    expect(await mailbox(id)).toMatchObject({ state: 'failing', lastProblem: 'auth_consent_gone' }),
  )
  const { body } = await finish(await goAndAllow('google'))
  const json = { commandId: makeId(), ...account, consent: body.consent }
  const again = await asPerson(sophie).post(`/messaging/mailboxes/${id}/connect`, json)
  expect(again.body).toMatchObject({ ok: true })
  await test.server.delivery.idle()
  expect(await mailbox(id)).toMatchObject({ state: 'active', lastProblem: null })
  expect(sink.mails).toHaveLength(1)
})

test('a way back serves once, and only whoever went', async () => {
  const { goAndAllow, finish, people } = await openShop()
  const back = await goAndAllow('google')
  expect(await finish(back, people.ada)).toBeRefused('conflict', 'errors.sign_in_expired')
  expect(await finish({ ...back, state: back.state.replace('~v1.', '~v1.A') })).toBeRefused(
    'conflict',
    'errors.sign_in_expired',
  )
  expect((await finish(back)).status).toBe(200)
  expect(await finish(back)).toBeRefused('conflict', 'errors.sign_in_expired')
})

test('where the operator wrote down another secret, Sophie is not sent round for ever', async () => {
  const { goAndAllow, finish } = await openShop({ secret: 'another' })
  expect(await finish(await goAndAllow('google'))).toBeRefused('unavailable', 'errors.sign_in_unreachable')
})

test('what Sophie was allowed serves nobody else', async () => {
  const { goAndAllow, finish, people, account } = await openShop()
  const { body } = await finish(await goAndAllow('google'))
  const json = { address, ...account, consent: body.consent }
  expect(await asPerson(people.ada).post('/messaging/mailboxes/test', json)).toBeRefused('conflict')
})

test('a token is told to the mail servers of its provider only', async () => {
  const { goAndAllow, finish, sophie, account, test, sink } = await openShop()
  const { body } = await finish(await goAndAllow('google'))
  test.server.config.oauthSandboxUrl = undefined
  const json = { address, ...account, consent: body.consent }
  expect(await asPerson(sophie).post('/messaging/mailboxes/test', json)).toBeRefused(
    'conflict',
    'errors.sign_in_other_server',
  )
  expect(sink.mails).toEqual([])
})

test('where the operator made it known to nobody, the sign-in is not begun', async () => {
  const { sophie, test } = await openShop()
  test.server.config.googleClientId = undefined
  expect(await asPerson(sophie).post('/messaging/mailboxes/sign-in', { address, with: 'google' })).toBeRefused(
    'conflict',
    'errors.sign_in_not_set_up',
  )
})
