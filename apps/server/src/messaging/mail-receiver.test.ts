import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import type { ReceivedEnvelope } from './mail-receiver.ts'
import { closeReceivers, receiver, talkTo } from './testing/receiver.ts'

afterEach(closeReceivers)

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

test('a port in use is an error at the start', async () => {
  const { port } = await receiver()
  await expect(receiver({ port })).rejects.toThrow(/EADDRINUSE/)
})
