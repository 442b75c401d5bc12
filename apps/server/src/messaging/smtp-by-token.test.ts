import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { testSmtpAccount } from './test-smtp-account.ts'

test('what the owner allowed at the provider is enough to send, and once withdrawn is named', async () => {
  const port = await startServer('a good token')
  const ask = (accessToken: string) =>
    testSmtpAccount(
      { host: '127.0.0.1', port, security: 'none', login: { user: 'atelier@example.test', accessToken } },
      'atelier@example.test',
      { privateHosts: 'allowed' },
    )
  expect(await ask('a good token')).toEqual({ ok: true })
  expect(await ask('an old token')).toMatchObject({ ok: false, problem: 'auth_consent_gone' })
})

async function startServer(token: string) {
  const server = new SMTPServer({
    authMethods: ['XOAUTH2'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, accessToken }, _, answer) =>
      accessToken === token
        ? answer(null, { user: username })
        : answer(null, { data: { status: '401', schemes: 'bearer', scope: 'mail' } }),
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)))
  return (server.server.address() as AddressInfo).port
}
