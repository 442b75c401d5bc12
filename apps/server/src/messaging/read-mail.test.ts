import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { readBounce } from './read-bounce.ts'
import { readMail } from './read-mail.ts'

test('the attachments of a mail keep their names, and the pictures inside are told apart', async () => {
  const { attachments, html } = await read(await corpus('attachments'))
  expect(html).toContain('cid:logo%40example.fr')
  expect(attachments.map(({ name, mediaType, contentId, inline }) => [name, mediaType, contentId, inline])).toEqual([
    ['logo.png', 'image/png', 'logo@example.fr', true],
    ["Plan de l'étage n° 2.pdf", 'application/pdf', null, false],
    ['.._.._etc_passwdfdp.exe', 'application/octet-stream', null, false],
    ['Ancien plan.eml', 'message/rfc822', null, false],
  ])
  expect(Buffer.from(attachments[1]?.bytes ?? []).toString()).toBe('%PDF-1.4\n')
})

test('every address and every earlier message is found, wherever the mail passed', async () => {
  const mail = await read(await corpus('redirected'))
  expect(mail.deliveredTo).toEqual(['atelier+r1234@morel.example'])
  expect(mail.xOriginalTo).toEqual(['info@morel.example'])
  expect(mail.to).toEqual([])
  expect(mail.cc.map(({ name, address }) => `${name} ${address}`.trim())).toEqual([
    'Bureau, Sedan sedan@example.fr',
    'a@example.fr',
    'b@example.fr',
  ])
  expect(mail.references).toEqual(['a@x', 'b@x', 'c@x', 'd@x'])
  expect([mail.messageId, mail.date]).toEqual(['copie-1@example.fr', null])
})

test('a bounce says whom it is about, why, and which mail came back', async () => {
  const bounceOf = async (file: string) => {
    const mail = await read(await corpus(file))
    return readBounce(mail.text, mail.attachments)
  }
  expect(await bounceOf('bounce-postfix')).toEqual({
    recipients: ['angele@example.com'],
    status: '5.1.1',
    answer: '550 5.1.1 <angele@example.com>: Recipient address rejected: User unknown',
    permanence: 'permanent',
    messageId: 'devis-1@morel.example',
    envelopeId: null,
    source: 'report',
  })
  expect(await bounceOf('bounce-delayed')).toEqual({
    recipients: ['full@example.com'],
    status: '4.2.2',
    answer: '4.2.2',
    permanence: 'temporary',
    messageId: 'devis-2@morel.example',
    envelopeId: null,
    source: 'report',
  })
  expect(await bounceOf('bounce-text-fr')).toEqual({
    recipients: ['angele@example.fr'],
    status: '5.1.1',
    answer: "L'adresse e-mail n'existe pas. 550 5.1.1 OFR_416",
    permanence: 'permanent',
    messageId: null,
    envelopeId: null,
    source: 'words',
  })
  expect(await bounceOf('complaint-arf')).toMatchObject({
    recipients: ['angele@example.com'],
    messageId: 'promo-1@morel.example',
  })
})

test('a form that a shop sends for a person is to be read like a message', async () => {
  expect(
    await read('From: site@example.fr\r\nAuto-Submitted: auto-generated\r\nSubject: Contact\r\n\r\nBonjour'),
  ).toMatchObject({ kind: 'message', automation: 'auto-generated' })
})

test('what is no mail is said to be so', async () => {
  expect(await readMail(new Uint8Array())).toEqual({ outcome: 'unreadable', reason: 'empty' })
  expect(await readMail(Buffer.from('Bonjour, ceci est un texte.'))).toEqual({
    outcome: 'unreadable',
    reason: 'not-mail',
  })
  expect(await readMail(Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3]))).toEqual({
    outcome: 'unreadable',
    reason: 'not-mail',
  })
  expect(await readMail(Buffer.from(`From: a@b.fr\r\n${'X-Long: y\r\n'.repeat(300_000)}\r\n`))).toEqual({
    outcome: 'unreadable',
    reason: 'broken',
  })
})

test('parts inside parts inside parts are refused, not followed for ever', async () => {
  const nested = Array.from(
    { length: 300 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  ).join('')
  expect(await readMail(Buffer.from(`From: a@b.fr\r\n${nested}`))).toEqual({ outcome: 'unreadable', reason: 'broken' })
})

test('a mail without a sender is read, for somebody has to sort it', async () => {
  expect(await read('Subject: x\r\n\r\ny')).toMatchObject({ from: null, subject: 'x' })
  expect(await read('From: not an address\r\nSubject: x\r\n\r\ny')).toMatchObject({ from: null })
})

test('nothing that a database or a screen refuses comes through', async () => {
  const mail = await read(
    'From: "A\u0000b\u202Ec" <A.B@Example.FR>\r\nSubject: a\u0000b\u0007 \ud800 c\r\n\r\nd\u0000e\u001b[31m\r\nf',
  )
  expect(mail.from).toEqual({ name: 'Abc', address: 'a.b@example.fr' })
  expect([mail.subject, mail.text.trim()]).toEqual(['ab \uFFFD c', 'de[31m\nf'])
})

test('a mail of any size gives at most a megabyte of words and 200 attachments', async () => {
  const part = '--b\r\nContent-Type: image/png\r\n\r\nx\r\n'
  const mail = await read(
    `From: a@b.fr\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${'été '.repeat(400_000)}\r\n${part.repeat(250)}--b--`,
  )
  expect([mail.text.length, mail.attachments.length]).toEqual([1024 * 1024, 200])
})

test('a mail of millions of lines is read where there is little room', async () => {
  const reader = new Worker(new URL('testing/read-in-little-room.ts', import.meta.url), {
    workerData: `From: a@b.fr\r\n\r\nBonjour${'\r\n'.repeat(3_000_000)}`,
    resourceLimits: { maxOldGenerationSizeMb: 60 },
  })
  // One that had too little would fail here.
  const [text] = (await once(reader, 'message')) as [string]
  expect(text.trim()).toBe('Bonjour')
})

test('a large attachment is read whole', async () => {
  const photo = Buffer.alloc(6_000_000, 'photo')
  const lines = photo.toString('base64').replace(/.{76}/g, '$&\r\n')
  const mail = await read(
    `From: a@b.fr\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonjour\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n--b--`,
  )
  expect(mail.text.trim()).toBe('Bonjour')
  expect(photo.equals(mail.attachments[0]?.bytes ?? Buffer.alloc(0))).toBe(true)
})

test('a thousand hostile mails are read without an error', { timeout: 60_000 }, async () => {
  const sources = await Promise.all(
    ['attachments', 'bounce-postfix', 'gmail-fr', 'hostile-html', 'quoted-printable-traps'].map(corpus),
  )
  let seed = 7
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  for (let round = 0; round < 1000; round += 1) {
    const bytes = Buffer.from(sources[round % sources.length] ?? [])
    for (let change = 0; change < 1 + (round % 20); change += 1) bytes[random(bytes.length)] = random(256)
    const mail = await readMail(bytes.subarray(0, 1 + random(bytes.length)))
    expect(['read', 'unreadable']).toContain(mail.outcome)
  }
})

function corpus(file: string) {
  return readFile(`${import.meta.dirname}/corpus/${file}.eml`)
}

async function read(raw: Uint8Array | string) {
  const mail = await readMail(typeof raw === 'string' ? Buffer.from(raw) : raw)
  if (mail.outcome !== 'read') throw new Error(mail.reason)
  return mail
}
