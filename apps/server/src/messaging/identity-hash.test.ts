import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readParts } from './read-parts.ts'
import { corpusFolder } from './testing/corpus.ts'

const mail = (body: string, top = '') =>
  `${top}From: Marc <marc@exemple.example>\r\nTo: a@b.example\r\nSubject: Une question\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nMessage-ID: <1@exemple.example>\r\n\r\n${body}`
const original = mail('Bonjour\r\n\r\nMarc\r\n')

test('a mail stays the same on every way it takes', async () => {
  const is = await identityOf(original)
  expect(is).toHaveLength(32)
  const relays =
    'Return-Path: <marc@exemple.example>\r\nReceived: from a by b; Mon, 2 Mar 2026 10:00:01 +0100\r\nX-Spam-Status: No\r\n'
  for (const same of [
    mail('Bonjour\r\n\r\nMarc\r\n', relays),
    original.replaceAll('\r\n', '\n'),
    mail('Bonjour\r\n\r\nMarc'),
    mail('Bonjour\r\n\r\nMarc\r\n\r\n\n'),
    original.replace('Subject: Une question', 'Subject: Une\r\n question'),
  ])
    expect(await identityOf(same)).toEqual(is)
})

test('a Message-ID used again makes no second mail of the first', async () => {
  const is = await identityOf(original)
  for (const other of [
    mail('Bonsoir\r\n\r\nMarc\r\n'),
    mail('Bonjour\r\nMarc\r\n'),
    original.replace('10:00:00', '10:00:01'),
    original.replace('marc@', 'luc@'),
    original.replace('To: a@', 'To: c@'),
  ])
    expect(await identityOf(other)).not.toEqual(is)
})

test('a mail without Message-ID or date is itself all the same', async () => {
  const is = await identityOf('From: a@b.example\r\n\r\nx')
  expect(await identityOf('From: a@b.example\n\nx\n')).toEqual(is)
  expect(await identityOf('From: a@b.example\r\n\r\ny')).not.toEqual(is)
})

test('in whatever pieces a mail comes, the same is read', { timeout: 60_000 }, async () => {
  let seed = 11
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  for (const file of (await readdir(corpusFolder)).filter((name) => name.endsWith('.eml'))) {
    const raw = await readFile(`${corpusFolder}/${file}`)
    const whole = await printOf([raw])
    const sizes = raw.length < 3000 ? [1, 2, 7, 100] : [97, 4096]
    for (const size of sizes)
      expect(await printOf(inPieces(raw, () => 1 + random(size * 2))), `${file} by ${size}`).toEqual(whole)
  }
})

async function identityOf(raw: string) {
  return (await readParts([Buffer.from(raw)], null)).identityHash
}

async function printOf(pieces: Iterable<Buffer>) {
  const { parts, identityHash } = await readParts(pieces, null)
  const told = parts.map(({ part, bytes }) => [
    part.type.value,
    part.headers.length,
    createHash('md5').update(bytes).digest('hex'),
  ])
  return [identityHash.toString('hex'), ...told]
}

function* inPieces(raw: Buffer, size: () => number) {
  for (let at = 0; at < raw.length;) {
    const end = at + size()
    yield raw.subarray(at, end)
    at = end
  }
}
