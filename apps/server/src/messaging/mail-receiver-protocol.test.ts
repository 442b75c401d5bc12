import { afterEach, expect, test } from 'vitest'
import { selfSignedCertificate } from './self-signed-certificate.ts'
import { closeReceivers, receiver, talkTo } from './testing/receiver.ts'

afterEach(closeReceivers)

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
