import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { composeMail, composeSmallMail } from './compose-mail.ts'
import type { ComposedMail } from './compose-mail.ts'
import { readMail } from './read-mail.ts'

test('what is composed is what is read', async () => {
  const mail = mailOf({ attachments: [file('Plan d’étage n° 2.pdf', 'application/pdf', Buffer.alloc(200_000, 7))] })
  const bytes = await buffer(composeMail(mail))
  expect(bytes.toString()).toMatch(/^Reply-To: <?atelier\+rabc@morel\.example>?\r$/m)
  const read = await readMail(bytes)
  expect(read).toMatchObject({
    outcome: 'read',
    from: { name: 'Atelier Morel « Frères »', address: 'atelier@morel.example' },
    to: [{ name: 'Léa, Martin', address: 'lea@example.test' }],
    subject: mail.subject,
    messageId: 'b@morel.example',
    references: ['a@example.test', 'z@morel.example'],
    date: '2026-11-16T10:12:00.000Z',
    attachments: [{ name: 'Plan d’étage n° 2.pdf', mediaType: 'application/pdf', inline: false }],
  })
  if (read.outcome !== 'read') return
  expect(read.text.trim()).toBe(mail.text)
  expect(read.html.trim()).toBe(mail.html)
  expect(Buffer.from(read.attachments[0]?.bytes ?? []).equals(Buffer.alloc(200_000, 7))).toBe(true)
})

const long = 'Une phrase très longue qui ne tient pas sur une ligne, écrite d’une traite. '.repeat(40)
test.for<[string, Partial<ComposedMail>]>([
  ['plain letters', { text: 'Bonjour', html: '<p>Bonjour</p>' }],
  ['accents', { text: 'Été à Liège', html: '<p>Été à Liège</p>' }],
  ['long lines', { text: long, html: `<p>${long}</p>` }],
  ['other scripts', { text: '漢字かな交じり文 😀'.repeat(30), html: '<p>漢字 😀</p>' }],
  ['line ends of every kind', { text: 'un\ndeux\r\ntrois\n\n. point\n\n', html: 'un\ndeux\r\n' }],
  ['spaces at the ends of lines', { text: 'un  \n é \t\n', html: '<p> = </p>  ' }],
  ['no layout', { html: '' }],
  ['no words', { text: '' }],
  ['nothing', { text: '', html: '' }],
  ['what a program wrote', { writtenBy: 'program' }],
  ['a long thread', { references: Array.from({ length: 40 }, (_, n) => `mail-${n}@morel.example`) }],
])('a small mail is written at once as its stream would be: %s', async ([, given]) => {
  const mail = mailOf({ attachments: [], ...given })
  expect(composeSmallMail(mail).toString()).toBe((await buffer(composeMail(mail))).toString())
})

test('a second try is the same mail, byte for byte', async () => {
  const mail = mailOf({
    attachments: [
      file('a.txt', 'text/plain', Buffer.from('été')),
      { ...file('logo.png', 'image/png', Buffer.from('png')), contentId: 'logo@morel' },
    ],
  })
  const [first, second] = await Promise.all([buffer(composeMail(mail)), buffer(composeMail(mail))])
  expect(first.equals(second)).toBe(true)
  const other = await buffer(composeMail({ ...mail, messageId: 'c@morel.example' }))
  expect(boundariesIn(other)).not.toEqual(boundariesIn(first))
})

test('the bytes are lines of at most 998, with both line ends, and no bare accent in the headers', async () => {
  const raw = await buffer(
    composeMail(
      mailOf({
        subject: 'é'.repeat(400),
        text: 'x'.repeat(5000),
        references: Array.from({ length: 100 }, (_, at) => `${at}-${'a'.repeat(40)}@morel.example`),
      }),
    ),
  )
  const lines = raw.toString('latin1').split('\r\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998)
  expect(lines.join('')).not.toMatch(/[\r\n]/)
  expect(lines.slice(0, lines.indexOf('')).join('')).toMatch(/^[\x20-\x7e\t]*$/)
})

test('a line end in a name or subject adds no header', async () => {
  const raw = await buffer(
    composeMail(
      mailOf({
        subject: 'Devis\r\nBcc: voisin@example.test',
        from: { name: 'A\r\nBcc: voisin@example.test', address: 'atelier@morel.example' },
      }),
    ),
  )
  expect(raw.toString()).not.toMatch(/^Bcc:/m)
})

test('an attachment that cannot be read is an error, not half a mail', async () => {
  const broken = {
    ...file('a.pdf', 'application/pdf', Buffer.alloc(0)),
    open: () =>
      Readable.from(
        (function* () {
          yield Buffer.alloc(10)
          throw new Error('The disk is gone')
        })(),
      ),
  }
  await expect(buffer(composeMail(mailOf({ attachments: [broken] })))).rejects.toThrow('The disk is gone')
})

test('a picture shown in the text travels beside it', async () => {
  const mail = mailOf({
    html: '<img src="cid:logo@morel">',
    attachments: [{ ...file('logo.png', 'image/png', Buffer.from('png')), contentId: 'logo@morel' }],
  })
  const read = await readMail(await buffer(composeMail(mail)))
  expect(read).toMatchObject({ attachments: [{ contentId: 'logo@morel', inline: true, name: 'logo.png' }] })
})

function mailOf(changes: Partial<ComposedMail>): ComposedMail {
  return {
    from: { name: 'Atelier Morel « Frères »', address: 'atelier@morel.example' },
    replyTo: 'atelier+rabc@morel.example',
    to: [{ name: 'Léa, Martin', address: 'lea@example.test' }],
    cc: [],
    subject: 'Re: Votre devis n° 12, été 😀',
    html: '<p>Bonjour Léa,</p><p>À lundi.</p>',
    text: 'Bonjour Léa,\n\nÀ lundi.\n.\n..',
    messageId: 'b@morel.example',
    inReplyTo: 'z@morel.example',
    references: ['a@example.test', 'z@morel.example'],
    date: new Date('2026-11-16T10:12:00Z'),
    attachments: [],
    ...changes,
  }
}

function file(name: string, mediaType: string, bytes: Buffer): ComposedMail['attachments'][number] {
  return { name, mediaType, contentId: null, open: () => Readable.from([bytes]) }
}

function boundariesIn(raw: Buffer) {
  return raw.toString().match(/boundary="[^"]+"/g)
}
