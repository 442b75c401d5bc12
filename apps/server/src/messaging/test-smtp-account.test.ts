import { afterEach, expect, test } from 'vitest'
import type { SmtpAccount } from './smtp-account.ts'
import { testSmtpAccount } from './test-smtp-account.ts'
import { startSmtpSink } from './testing/smtp-sink.ts'
import type { SinkScript } from './testing/smtp-sink.ts'

const login = { user: 'atelier', password: 'sésame' }
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('the right password is enough, and no mail is sent', async () => {
  const { sink, ask } = await server({ auth: login })
  expect(await ask({ login })).toEqual({ ok: true })
  expect([sink.mails.length, sink.bytesIn.count]).toEqual([0, 0])
})

test.for(['offered', 'from-the-start'] as const)('the right password is enough over TLS %s', async (tls) => {
  const { ask } = await server({ auth: login, tls, certificateFor: 'localhost' })
  const security = tls === 'offered' ? 'starttls' : 'tls'
  expect(await ask({ host: 'localhost', login, security })).toEqual({ ok: true })
})

test('a wrong password is named', async () => {
  const { ask } = await server({ auth: login })
  expect(await ask({ login: { user: 'atelier', password: 'wrong' } })).toMatchObject({ ok: false, problem: 'auth' })
})

test('a server that wants a password made for programs is named', async () => {
  const { ask } = await server({
    auth: login,
    refuse: { at: 'auth', code: 534, message: '5.7.9 Application-specific password required' },
  })
  expect(await ask({ login })).toMatchObject({ problem: 'auth_needs_app_password' })
})

test('a server without sign-in is named', async () => {
  const { ask } = await server({ auth: 'none' })
  expect(await ask({ login })).toMatchObject({ problem: 'no_auth_offered' })
})

test('a certificate for another name is named, by either way of TLS', async () => {
  const offered = await server({ tls: 'offered', certificateFor: 'other.example.test' })
  expect(await offered.ask({ host: 'localhost', security: 'starttls' })).toMatchObject({ problem: 'certificate' })
  const always = await server({ tls: 'from-the-start', certificateFor: 'other.example.test' })
  expect(await always.ask({ host: 'localhost', security: 'tls' })).toMatchObject({ problem: 'certificate' })
})

test('a certificate signed by nobody is named', async () => {
  const { ask } = await server({ tls: 'from-the-start', certificateFor: 'localhost' })
  expect(await ask({ host: 'localhost', security: 'tls' }, { trusted: false })).toMatchObject({
    problem: 'certificate',
  })
})

test('a server that speaks no TLS is named', async () => {
  const { ask } = await server()
  expect(await ask({ host: 'localhost', security: 'starttls' })).toMatchObject({ problem: 'tls' })
  expect(await ask({ host: 'localhost', security: 'tls' })).toMatchObject({ problem: 'tls' })
})

test('a server that refuses the sender is named', async () => {
  const { ask } = await server({ refuse: { at: 'mail', code: 553, message: 'Not your address' } })
  expect(await ask({})).toMatchObject({
    problem: 'sender_refused',
    detail: expect.stringContaining('Not your address'),
  })
})

test('a name that does not exist is named', async () => {
  const { ask } = await server()
  expect(await ask({ host: 'nowhere.invalid' })).toMatchObject({ problem: 'host_not_found' })
})

test('a server that never answers is named', async () => {
  const { ask } = await server({ hangAt: 'greeting' })
  expect(await ask({}, { patience: 300 })).toMatchObject({ problem: 'timeout' })
})

test('a host of this network is not reached unless the installation allows it', async () => {
  const { ask } = await server()
  expect(await ask({}, { privateHosts: 'refused' })).toMatchObject({ problem: 'private_address' })
})

type Asking = { privateHosts: 'allowed' | 'refused'; trusted: boolean; patience: number }

async function server(script: SinkScript = {}) {
  const sink = await startSmtpSink(script)
  closing.push(() => sink.close())
  return { sink, ask }

  function ask(
    account: Partial<SmtpAccount>,
    { privateHosts = 'allowed', trusted = true, patience = 10_000 }: Partial<Asking> = {},
  ) {
    const timeouts = { connectMilliseconds: 10_000, greetingMilliseconds: patience, silenceMilliseconds: patience }
    const whole: SmtpAccount = { host: '127.0.0.1', port: sink.port, security: 'none', login: null, ...account }
    return testSmtpAccount(whole, 'atelier@example.test', {
      privateHosts,
      timeouts,
      ...(trusted ? { authorities: [sink.certificate] } : {}),
    })
  }
}
