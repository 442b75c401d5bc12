import { expect, test } from 'vitest'
import { readMail } from './read-mail.ts'

test('a winmail.dat whose words claim to be far longer than they are stays as it came', async () => {
  const words = Buffer.from('\0\0\0\0\0\0\0\0LZFu\0\0\0\0Bonjour', 'latin1')
  words.writeInt32LE(50_000_000, 0)
  expect(await mailWith(message(words))).toMatchObject({ attachments: [{ name: 'winmail.dat' }] })
})

test('words that claim to be more than anybody reads are left out, and the files beside them are not', async () => {
  const words = Buffer.from('\0\0\0\0\0\0\0\x7fMELA\0\0\0\0Bonjour', 'latin1')
  words.writeInt32LE(words.length - 4, 0)
  const mail = await mailWith(message(words), file('a.txt'))
  expect(mail).toMatchObject({ text: '', html: '', attachments: [{ name: 'a.txt' }] })
})

test('of two hundred thousand files in a winmail.dat the first two hundred are kept', async () => {
  const mail = await mailWith(Buffer.concat(Array.from({ length: 200_000 }, () => file('a.txt'))))
  expect(mail.outcome === 'read' && mail.attachments).toHaveLength(200)
})

function mailWith(...attributes: Buffer[]) {
  const tnef = Buffer.concat([Buffer.from('789f3e220100', 'hex'), ...attributes])
  const head = 'From: a@b.fr\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'
  const type = 'Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  return readMail(Buffer.from(`${head}${type}${tnef.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--`))
}

/** Its words alone, as compressed RTF. */
function message(words: Buffer) {
  const property = Buffer.alloc(16)
  property.writeUInt32LE(1, 0)
  property.writeUInt16LE(0x0102, 4)
  property.writeUInt16LE(0x1009, 6)
  property.writeUInt32LE(1, 8)
  property.writeUInt32LE(words.length, 12)
  return attribute(0x9003, Buffer.concat([property, words, Buffer.alloc(3 - ((words.length + 3) % 4))]))
}

function file(name: string) {
  const data = attribute(0x800f, Buffer.from('Bonjour'))
  return Buffer.concat([attribute(0x9002, Buffer.alloc(0)), attribute(0x8010, Buffer.from(name)), data])
}

function attribute(id: number, data: Buffer) {
  const head = Buffer.alloc(9)
  head.writeUInt16LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  return Buffer.concat([head, data, Buffer.alloc(2)])
}
