import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { startMailReceiver } from './mail-receiver.ts'
import type { MailReceiverOptions, ReceivedEnvelope } from './mail-receiver.ts'
import { selfSignedCertificate } from './self-signed-certificate.ts'
import { sendOverSmtp } from './send-over-smtp.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a mail to a mailbox is kept whole, with its envelope', async () => {
  const { kept, write } = await receiver()
  const raw = Buffer.from('From: lea@example.test\r\n\r\n.Bonjour\r\nÉté \xff\r\n', 'latin1')
  expect(await write({ content: raw })).toMatchObject({ outcome: 'accepted' })
  expect(kept).toMatchObject([
    { envelope: { from: 'lea@example.test', to: ['atelier@example.test'], remoteAddress: '127.0.0.1' } },
  ])
  expect(kept[0]?.raw.equals(raw)).toBe(true)
})

test('the sender is told only once the mail is safe', async () => {
  let safe: (() => void) | null = null
  const { port } = await receiver({
    store: async (_, bytes) => {
      await buffer(bytes)
      await new Promise<void>((resolve) => (safe = resolve))
      return 'stored'
    },
  })
  const talk = await talkTo(port)
  await talk.say('EHLO example.test', 'MAIL FROM:<lea@example.test>', 'RCPT TO:<atelier@example.test>', 'DATA')
  talk.write('Subject: x\r\n\r\ny\r\n.\r\n')
  await expect.poll(() => safe).not.toBeNull()
  expect(talk.answers.at(-1)).toMatch(/^354/)
  safe!()
  await expect.poll(() => talk.answers.at(-1)).toMatch(/^250 /)
})

test('nobody else is known, and nothing is relayed', async () => {
  const { kept, write } = await receiver()
  const refused = { outcome: 'refused', code: 550, permanent: true, response: expect.stringContaining('550 5.1.1') }
  expect(await write({ to: 'unknown@example.test' })).toMatchObject(refused)
  expect(await write({ to: 'somebody@elsewhere.test' })).toMatchObject(refused)
  expect(kept).toHaveLength(0)
})

test('a bounce, which has no sender, is kept', async () => {
  const { kept, port } = await receiver()
  const talk = await talkTo(port)
  await talk.say(
    'EHLO example.test',
    'MAIL FROM:<>',
    'RCPT TO:<Atelier@Example.test>',
    'DATA',
    'Subject: Undelivered\r\n\r\nx\r\n.',
  )
  expect(kept).toMatchObject([{ envelope: { from: '', to: ['atelier@example.test'] } }])
})

test('a size announced or reached above the limit is refused, and nothing is kept', async () => {
  const { kept, write, port } = await receiver({ maxBytes: 100_000 })
  expect(await write({ content: Buffer.alloc(200_000, 'a') })).toMatchObject({
    outcome: 'refused',
    code: 552,
    permanent: true,
  })
  const unannounced = Readable.from([Buffer.alloc(150_000, 'a'), Buffer.alloc(150_000, 'b')])
  expect(await write({ content: unannounced })).toMatchObject({
    outcome: 'refused',
    code: 552,
    response: expect.stringContaining('5.3.4'),
  })
  const talk = await talkTo(port)
  await talk.say('EHLO example.test', 'MAIL FROM:<lea@example.test> SIZE=100001')
  expect(talk.answers.at(-1)).toMatch(/^552 5\.3\.4/)
  expect(kept).toHaveLength(0)
})

test.for(['throws', 'asks for later'] as const)('a store that %s makes the sender try again', async (how) => {
  const problems: unknown[] = []
  const store = () =>
    how === 'throws' ? Promise.reject(new Error('No space left')) : Promise.resolve('try-later' as const)
  const { write } = await receiver({ store, report: (problem) => problems.push(problem) })
  expect(await write()).toMatchObject({
    outcome: 'refused',
    code: 451,
    permanent: false,
    response: expect.stringContaining('4.3.0'),
  })
  expect(problems).toHaveLength(how === 'throws' ? 1 : 0)
})

test('without the database the sender tries again', async () => {
  const { write } = await receiver({ isKnown: () => Promise.reject(new Error('Connection refused')), report: () => {} })
  expect(await write()).toMatchObject({ outcome: 'refused', code: 451, permanent: false })
})

test('a sender that hangs up in the middle leaves nothing, and is nobody’s problem', async () => {
  const stores: Promise<unknown>[] = []
  const problems: unknown[] = []
  const store = (_: ReceivedEnvelope, bytes: Readable) => {
    const stored = buffer(bytes).then(() => 'stored' as const)
    stores.push(stored.catch(() => 'nothing'))
    return stored
  }
  const { port } = await receiver({ store, report: (problem) => problems.push(problem) })
  const talk = await talkTo(port)
  await talk.say('EHLO example.test', 'MAIL FROM:<lea@example.test>', 'RCPT TO:<atelier@example.test>', 'DATA')
  talk.write('Subject: half')
  await expect.poll(() => stores.length).toBe(1)
  talk.hangUp()
  expect(await stores[0]).toBe('nothing')
  expect(problems).toEqual([])
})

test('TLS is offered and used', async () => {
  const tls = selfSignedCertificate('localhost')
  const { kept, write, port } = await receiver({ tls })
  const talk = await talkTo(port)
  await talk.say('EHLO example.test')
  expect(talk.answers.at(-1)).toContain('250-STARTTLS')
  expect(await write({}, { security: 'starttls', host: 'localhost', authorities: [tls.cert] })).toMatchObject({
    outcome: 'accepted',
  })
  expect(kept).toHaveLength(1)
})

test('it has no sign-in, tells no addresses, and offers no more than mail', async () => {
  const { port } = await receiver()
  const talk = await talkTo(port)
  await talk.say('EHLO example.test')
  expect(talk.answers.at(-1)).not.toMatch(/AUTH|STARTTLS|XCLIENT/)
  for (const command of ['VRFY atelier@example.test', 'EXPN all', 'AUTH PLAIN AGEAYg==', 'WIZ x']) {
    await talk.say(command)
    expect(talk.answers.at(-1), command).toMatch(/^500/)
  }
})

test('guessing at addresses ends the connection', async () => {
  const { port } = await receiver({ limits: { wrongRecipients: 3 } })
  const talk = await talkTo(port)
  await talk.say(
    'EHLO example.test',
    'MAIL FROM:<lea@example.test>',
    ...['a', 'b', 'c', 'd'].map((name) => `RCPT TO:<${name}@example.test>`),
  )
  expect(talk.answers.slice(-4).map((answer) => answer.slice(0, 3))).toEqual(['550', '550', '550', '421'])
  await expect.poll(() => talk.ended).toBe(true)
})

test('a hundred recipients is the most', async () => {
  const { port } = await receiver({ isKnown: async () => true })
  const talk = await talkTo(port)
  const recipients = Array.from({ length: 101 }, (_, at) => `RCPT TO:<a${at}@example.test>`)
  await talk.say('EHLO example.test', 'MAIL FROM:<lea@example.test>', ...recipients)
  expect(talk.answers.slice(-2).map((answer) => answer.slice(0, 3))).toEqual(['250', '452'])
})

test('a dot alone between bare line feeds does not smuggle a second mail', async () => {
  const { kept, port } = await receiver()
  const talk = await talkTo(port)
  await talk.say('EHLO example.test', 'MAIL FROM:<lea@example.test>', 'RCPT TO:<atelier@example.test>', 'DATA')
  await talk.say('Subject: x\r\n\r\ny\n.\nMAIL FROM:<ceo@example.test>\nRCPT TO:<atelier@example.test>\nDATA\nz\r\n.')
  expect(kept.map(({ envelope }) => envelope.from)).toEqual(['lea@example.test'])
})

test('a port in use is an error at the start', async () => {
  const { port } = await receiver()
  await expect(receiver({ port })).rejects.toThrow(/EADDRINUSE/)
})

async function receiver(options: Partial<MailReceiverOptions> = {}) {
  const kept: { envelope: ReceivedEnvelope; raw: Buffer }[] = []
  const { port, close } = await startMailReceiver({
    port: 0,
    host: '127.0.0.1',
    name: 'mail.example.test',
    isKnown: async (address) => address === 'atelier@example.test',
    store: async (envelope, bytes) => {
      kept.push({ envelope, raw: await buffer(bytes) })
      return 'stored'
    },
    report: ({ at, error }) => expect.unreachable(`${at}: ${String(error)}`),
    ...options,
  })
  closing.push(close)
  return { kept, port, write }

  function write(
    mail: { to?: string; content?: Buffer | Readable } = {},
    {
      security = 'none',
      host = '127.0.0.1',
      authorities = [] as string[],
    }: { security?: 'none' | 'starttls'; host?: string; authorities?: string[] } = {},
  ) {
    const whole = {
      from: 'lea@example.test',
      to: 'atelier@example.test',
      content: Buffer.from('Subject: x\r\n\r\ny\r\n'),
      onData: async () => {},
      ...mail,
    }
    return sendOverSmtp({ host, port, security, login: null }, whole, { privateHosts: 'allowed', authorities })
  }
}

/** A hand-written conversation with the server, one whole answer at a time. */
async function talkTo(port: number) {
  const socket = connect(port, '127.0.0.1')
  closing.unshift(async () => void socket.destroy())
  const answers: string[] = []
  const talk = {
    answers,
    ended: false,
    write: (text: string) => socket.write(text),
    hangUp: () => socket.destroy(),
    say,
  }
  let pending = ''
  socket.on('data', (data) => {
    pending += data.toString()
    for (
      let whole = pending.match(/^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/);
      whole;
      whole = pending.match(/^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/)
    ) {
      answers.push(whole[0])
      pending = pending.slice(whole[0].length)
    }
  })
  socket.on('close', () => (talk.ended = true))
  socket.on('error', () => {})
  await expect.poll(() => answers.length).toBe(1)
  return talk

  async function say(...lines: string[]) {
    for (const line of lines) {
      const before = answers.length
      socket.write(`${line}\r\n`)
      await expect.poll(() => answers.length, { interval: 2 }).toBe(before + 1)
    }
  }
}
