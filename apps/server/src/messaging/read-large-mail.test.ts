import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { DiskFull } from './disk-room.ts'
import { openFileStore } from './file-store.ts'
import { partFiles } from './keep-attachments.ts'
import { readMail } from './read-mail.ts'

const photo = Buffer.alloc(6_000_000, 'photo')
const lines = photo.toString('base64').replace(/.{76}/g, '$&\r\n')
const mixed = 'From: a@b.fr\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonjour\r\n'
const attached = `--b\r\nContent-Type: image/jpeg; name=p.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`

test('a large attachment goes to the files as it comes, decoded, and is not held', async () => {
  const { read } = await openReader()
  const mail = await read(`${mixed}${attached}--b--`)
  expect(mail).toMatchObject({ text: 'Bonjour', attachments: [{ name: 'p.jpg', stored: { sizeBytes: photo.length } }] })
  if (mail.outcome !== 'read') return
  const [attachment] = mail.attachments
  expect(attachment!.stored!.sha256).toBe(createHash('sha256').update(photo).digest('hex'))
  expect(attachment!.bytes.length).toBeLessThan(200_000)
})

test('of a mail that cannot be read to its end nothing stays among the files', async () => {
  const { read, kept } = await openReader()
  expect(await read(`${mixed}${attached}--b\r\n${nestedIn(200)}`)).toEqual({
    outcome: 'unreadable',
    reason: 'broken',
  })
  expect(await kept()).toEqual([])
})

test('a large attachment without one byte in it, in a mail that cannot be read to its end, harms nobody', async () => {
  const { read, kept } = await openReader()
  const nothing = `--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${'....\r\n'.repeat(22_000)}`
  const mail = `${mixed}${nothing}--b\r\n${nestedIn(150)}`
  expect(await read(mail)).toEqual({ outcome: 'unreadable', reason: 'broken' })
  expect(await kept()).toEqual([])
})

test('of a mail with more files than a message holds, those it does not hold do not stay', async () => {
  const { read, kept } = await openReader()
  const file = `--b\r\nContent-Type: image/jpeg\r\n\r\n${'x'.repeat(70_000)}\r\n`
  const mail = await read(`${mixed}${file.repeat(203)}--b--`)
  expect(mail.outcome === 'read' && mail.attachments).toHaveLength(200)
  expect(await kept()).toHaveLength(200)
})

test('what is for other screens, or there twice, does not stay among the files', async () => {
  const { read, kept } = await openReader()
  const long = 'x'.repeat(4_300_000)
  const shapes = [
    'Content-Type: multipart/alternative; boundary=s\r\n',
    `--s\r\n\r\nBonjour\r\n--s\r\nContent-Type: text/x-amp-html\r\n\r\n${long}`,
    `--s\r\nContent-Type: text/calendar\r\n\r\n${long}\r\n--s--`,
  ].join('\r\n')
  const named = `Content-Type: application/ics; name=rendez-vous.ics\r\n\r\n${long}`
  const mail = await read(`${mixed}--b\r\n${shapes}\r\n--b\r\n${named}\r\n--b--`)
  expect(mail).toMatchObject({ outcome: 'read', attachments: [{ name: 'rendez-vous.ics' }] })
  expect(await kept()).toHaveLength(1)
})

test('without room for its attachment the mail is not read, and is not lost', async () => {
  const { read, kept } = await openReader({ keptFreeBytes: Number.MAX_SAFE_INTEGER })
  await expect(read(`${mixed}${attached}--b--`)).rejects.toThrow(DiskFull)
  expect(await kept()).toEqual([])
})

test('a page of five megabytes is shown as words, and kept whole beside them', async () => {
  const { read } = await openReader()
  const page = '<p>Bonjour <b>Marc</b></p>'.repeat(210_000)
  const before = performance.now()
  const mail = await read(`From: a@b.fr\r\nContent-Type: text/html\r\n\r\n${page}`)
  expect(performance.now() - before).toBeLessThan(5000)
  expect(mail).toMatchObject({ html: '', attachments: [{ name: 'message.html', stored: { sizeBytes: page.length } }] })
  expect(mail.outcome === 'read' && mail.text.startsWith('Bonjour Marc\n\nBonjour Marc')).toBe(true)
})

test('a text of five megabytes is shown as far as a screen goes, and kept whole', async () => {
  const { read } = await openReader()
  const mail = await read(`From: a@b.fr\r\n\r\n${'Bonjour\r\n'.repeat(550_000)}`)
  expect(mail).toMatchObject({ attachments: [{ name: 'message.txt', stored: { sizeBytes: 4_950_000 } }] })
  expect(mail.outcome === 'read' && mail.text.length).toBeGreaterThan(900_000)
})

test('millions of lines that could be boundaries do not hold anybody up', async () => {
  const { read } = await openReader()
  const before = performance.now()
  const mail = await read(`${mixed}--b\r\n\r\n${'--a\n--bb\n'.repeat(1_000_000)}--b--`)
  expect(performance.now() - before).toBeLessThan(5000)
  expect(mail).toMatchObject({ outcome: 'read' })
})

function nestedIn(levels: number) {
  const level = (at: number) => `Content-Type: multipart/mixed; boundary=c${at}\r\n\r\n--c${at}\r\n`
  return Array.from({ length: levels }, (_, at) => level(at)).join('')
}

async function openReader({ keptFreeBytes = 0 } = {}) {
  const folder = await mkdtemp(`${tmpdir()}/comptoir-read-`)
  onTestFinished(() => rm(folder, { recursive: true }))
  const workspaceId = makeId()
  const files = partFiles(await openFileStore(folder, { keptFreeBytes }), workspaceId)
  return {
    read: (raw: string) => readMail(Readable.from(pieces(Buffer.from(raw))), files),
    kept: async () => (await readdir(folder, { recursive: true })).filter((path) => /[0-9a-f]{32}$/.test(path)),
  }
}

function* pieces(raw: Buffer) {
  for (let at = 0; at < raw.length; at += 65_536) yield raw.subarray(at, at + 65_536)
}
