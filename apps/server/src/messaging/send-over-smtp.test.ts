import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { sendOverSmtp } from './send-over-smtp.ts'
import type { OutgoingMail } from './smtp-line.ts'
import type { SmtpAccount } from './smtp-account.ts'
import { startSmtpSink } from './testing/smtp-sink.ts'
import type { SinkScript } from './testing/smtp-sink.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a mail is accepted, byte for byte, and dots at the start of lines survive', async () => {
  const { sink, account } = await postOffice()
  const content = Buffer.from('Subject: Devis\r\n\r\n.. Bonjour\r\n.\r\nÉté\r\n')
  expect(await send(account, { content })).toMatchObject({ outcome: 'accepted' })
  expect(sink.mails).toMatchObject([{ from: 'atelier@example.test', to: ['lea@example.test'], secure: false }])
  expect(sink.mails[0]?.raw.equals(content)).toBe(true)
})

test('nothing leaves before what is awaited at the go-ahead has settled', async () => {
  const { sink, account } = await postOffice()
  const seen: number[] = []
  const sent = await send(account, {
    onData: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(sink.bytesIn.count)
    },
  })
  expect(sent.outcome).toBe('accepted')
  expect(seen).toEqual([0])
})

test('a refusal at the go-ahead keeps the mail here', async () => {
  const { sink, account } = await postOffice()
  const sent = await send(account, { onData: () => Promise.reject(new Error('Somebody else took it')) })
  expect(sent).toMatchObject({ outcome: 'not-sent', reason: 'stopped' })
  expect([sink.mails.length, sink.bytesIn.count]).toEqual([0, 0])
})

test.for([
  ['mail', 451, false],
  ['mail', 550, true],
  ['recipient', 450, false],
  ['recipient', 550, true],
  ['message', 452, false],
  ['message', 554, true],
] as const)('a server that answers %s with %i refused the mail', async ([at, code, permanent]) => {
  const { account } = await postOffice({ refuse: { at, code, message: 'Non merci' } })
  expect(await send(account)).toMatchObject({
    outcome: 'refused',
    code,
    permanent,
    response: expect.stringContaining('Non merci'),
  })
})

test('a server that refuses the connection has been sent nothing', async () => {
  const { account } = await postOffice({ refuse: { at: 'greeting', code: 554, message: 'Go away' } })
  expect(await send(account)).toMatchObject({ outcome: 'not-sent', reason: 'refused' })
})

test('a port where nobody listens is refused', async () => {
  const { sink, account } = await postOffice()
  await sink.close()
  expect(await send(account)).toMatchObject({ outcome: 'not-sent', reason: 'refused' })
})

test.for(['greeting', 'mail', 'recipient'] as const)(
  'a server that falls silent at %s has been sent nothing',
  async (hangAt) => {
    const { account } = await postOffice({ hangAt })
    expect(await send(account, {}, { patience: 300 })).toMatchObject({ outcome: 'not-sent', reason: 'timeout' })
  },
)

test('a server that falls silent after our last byte leaves us not knowing', async () => {
  const { account } = await postOffice({ hangAt: 'message' })
  expect(await send(account, {}, { patience: 1000 })).toMatchObject({ outcome: 'unknown', reason: 'timeout' })
})

test('a server that hangs up after our last byte leaves us not knowing', async () => {
  const { sink, account } = await postOffice({ drop: 'after-data' })
  expect(await send(account)).toMatchObject({ outcome: 'unknown' })
  expect(sink.mails).toHaveLength(1)
})

test('a server that hangs up in the middle of the mail has to forget it', async () => {
  const { sink, account } = await postOffice({ drop: 'in-data' })
  const content = Readable.from(
    (async function* () {
      for (;;) yield Buffer.alloc(64 * 1024, 'a')
    })(),
  )
  expect(await send(account, { content })).toMatchObject({ outcome: 'not-sent' })
  expect(sink.mails).toHaveLength(0)
})

test('a file that cannot be read to its end is not sent by half', async () => {
  const { sink, account } = await postOffice()
  const content = Readable.from(
    (async function* () {
      yield Buffer.from('Subject: Plan\r\n\r\n')
      throw new Error('The disk is gone')
    })(),
  )
  expect(await send(account, { content })).toMatchObject({ outcome: 'not-sent', reason: 'content' })
  expect(sink.mails).toHaveLength(0)
})

test('a server that says yes before the end of the mail is not believed', async () => {
  const account = await hastyServer()
  const content = Readable.from(
    (async function* () {
      for (;;) yield Buffer.alloc(16 * 1024, 'a')
    })(),
  )
  expect(await send(account, { content })).toMatchObject({ outcome: 'not-sent' })
})

test('the password and the mail go over TLS', async () => {
  const login = { user: 'atelier', password: 'sésame' }
  const { sink, account } = await postOffice({ tls: 'offered', auth: login, certificateFor: 'localhost' })
  const sent = await send(
    { ...account, host: 'localhost', security: 'starttls', login },
    {},
    { authorities: [sink.certificate] },
  )
  expect(sent).toMatchObject({ outcome: 'accepted' })
  expect(sink.mails).toMatchObject([{ secure: true, user: 'atelier' }])
})

async function postOffice(script: SinkScript = {}) {
  const sink = await startSmtpSink(script)
  closing.push(() => sink.close())
  const account: SmtpAccount = { host: '127.0.0.1', port: sink.port, security: 'none', login: null }
  return { sink, account }
}

function send(
  account: SmtpAccount,
  mail: Partial<OutgoingMail> = {},
  { patience = 10_000, authorities = [] as string[] } = {},
) {
  const whole = {
    from: 'atelier@example.test',
    to: 'lea@example.test',
    content: Buffer.from('Subject: x\r\n\r\ny\r\n'),
    onData: async () => {},
    ...mail,
  }
  const timeouts = { connectMilliseconds: 10_000, greetingMilliseconds: patience, silenceMilliseconds: patience }
  return sendOverSmtp(account, whole, { privateHosts: 'allowed', timeouts, authorities })
}

async function hastyServer(): Promise<SmtpAccount> {
  const answers = ['250 hello', '250 sender', '250 recipient', '354 go\r\n250 done already']
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    const left = [...answers]
    socket.on('error', () => undefined)
    socket.write('220 hasty\r\n')
    socket.on('data', (data) => {
      for (const _ of data.toString().matchAll(/^(?:EHLO|MAIL|RCPT|DATA).*\r\n/gm))
        socket.write(`${left.shift() ?? '500 what'}\r\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => (sockets.forEach((socket) => socket.destroy()), server.close()))
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, security: 'none', login: null }
}
