import { generateKeyPairSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, test } from 'vitest'
import { composeMail, type ComposedMail } from '../compose-mail.ts'
import { openDns } from '../testing/dns-server.ts'
import { heldBytes } from '../testing/held-bytes.ts'
import { sealSigningKey } from './sealed-signing-key.ts'
import { signatureOf } from './sign-mail.ts'

const secretKey = 'the secret of this installation, quite long'
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const signer = { domain: 'morel.test', selector: 'comptoir-k7q2', privateKey: sealSigningKey(pem, secretKey) }
const records = { 'comptoir-k7q2._domainkey.morel.test TXT': [`v=DKIM1; k=rsa; p=${publicKey}`] }

const mail: ComposedMail = {
  from: { name: 'Atelier Morel « Frères »', address: 'atelier@morel.test' },
  replyTo: 'atelier+rabc@morel.test',
  to: [{ name: 'Léa, Martin', address: 'lea@example.test' }],
  cc: [],
  subject: `Votre devis n° 12, été 😀 ${'long '.repeat(40)}`,
  html: '<p>Bonjour Léa,</p>',
  text: 'Bonjour  Léa,  \n\nÀ lundi.\n.\n\n\n',
  messageId: 'b@morel.test',
  inReplyTo: 'z@morel.test',
  references: ['a@example.test', 'z@morel.test'],
  date: new Date('2026-11-16T10:12:00Z'),
  attachments: [],
}
const sign = (one: ComposedMail, by = signer) => signatureOf(composeMail(one), by, one.date, secretKey)

async function verify(signature: string, bytes: Buffer) {
  const { resolver } = await openDns(records)
  const ask = async (name: string, type: string) => (await resolver.resolve(name, type)) as string[]
  const { results } = await dkimVerify(Buffer.concat([Buffer.from(signature), bytes]), { resolver: ask })
  return results.map(({ status }) => status.result)
}

test('a receiver finds the mail signed by its domain, and not once a word or a header was changed', async () => {
  const signature = await sign(mail)
  const bytes = await buffer(composeMail(mail))
  expect(await verify(signature, bytes)).toEqual(['pass'])
  const changed = (from: string, to: string) => Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')
  expect(await verify(signature, changed('lundi', 'mardi'))).not.toContain('pass')
  for (const header of ['From', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'Reply-To'])
    expect(await verify(signature, changed(`${header}: `, `${header}: x`)), header).not.toContain('pass')
})

test('a second try is signed in the same words', async () => {
  expect(await sign(mail)).toBe(await sign(mail))
  expect(await sign({ ...mail, messageId: 'c@morel.test' })).not.toBe(await sign(mail))
})

test('an attachment goes by in pieces: never more of it is there than a few', async () => {
  const pieces = 320
  const seen = { made: 0 }
  const file = () =>
    Readable.from(
      (function* () {
        for (let at = 0; at < pieces; at++) {
          seen.made++
          yield Buffer.alloc(65_536, at)
        }
      })(),
      { objectMode: false },
    )
  const heavy = {
    ...mail,
    attachments: [{ name: 'plan.pdf', mediaType: 'application/pdf', contentId: null, open: file }],
  }
  const before = heldBytes()
  let most = 0
  let passed = 0
  const watched = composeMail(heavy)
  watched.on('data', () => {
    if (++passed % 50 === 0) most = Math.max(most, heldBytes() - before)
  })
  const signature = await signatureOf(watched, signer, heavy.date, secretKey)
  expect(seen.made).toBe(pieces)
  expect(passed).toBeGreaterThan(pieces)
  expect(most).toBeLessThan(2 * 2 ** 20)
  expect(await verify(signature, await buffer(composeMail(heavy)))).toEqual(['pass'])
})

test('an attachment that cannot be read is an error, not a signature of half a mail', async () => {
  const file = () =>
    Readable.from(
      (function* () {
        yield Buffer.alloc(10)
        throw new Error('The disk is gone')
      })(),
    )
  const broken = { ...mail, attachments: [{ name: 'a', mediaType: 'text/plain', contentId: null, open: file }] }
  await expect(sign(broken)).rejects.toThrow('The disk is gone')
})

test('a key that was sealed by another installation signs nothing, and the mail leaves', async () => {
  expect(await sign(mail, { ...signer, privateKey: sealSigningKey(pem, 'another secret, just as long as it') })).toBe(
    '',
  )
})
