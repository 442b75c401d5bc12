import { generateKeyPairSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { expect, test } from 'vitest'
import { checkSender, type Delivered } from './check-sender.ts'
import { openDns, type DnsRecords } from './testing/dns-server.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const raw = [
  'From: Marc <marc@morel.test>',
  'To: atelier@exemple.test',
  'Subject: Question',
  'Date: Mon, 2 Mar 2026 10:00:00 +0100',
  'Message-ID: <1@morel.test>',
  '',
  'Bonjour',
  '',
].join('\r\n')

const spf = { 'morel.test TXT': ['v=spf1 ip4:51.15.8.9 -all'] }
const dkim = { 'k1._domainkey.morel.test TXT': [`v=DKIM1; k=rsa; p=${publicKey}`] }
const reject = { '_dmarc.morel.test TXT': ['v=DMARC1; p=reject'] }
const own = { remoteAddress: '51.15.8.9', helo: 'mx.morel.test', from: 'marc@morel.test' }
const foreign = { ...own, remoteAddress: '51.15.66.66' }

async function check(mail: string, delivered: Delivered, records: DnsRecords, mostMs?: number) {
  const { resolver, asked } = await openDns(records)
  return { is: await checkSender(() => Readable.from([mail]), delivered, resolver, mostMs), asked }
}

async function signed(mail = raw) {
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = { signingDomain: 'morel.test', selector: 'k1', privateKey }
  const { signatures } = await dkimSign(mail, { ...key, signatureData: [key] })
  return signatures + mail
}

test('a mail from the server its domain names is verified', async () => {
  expect(await check(raw, own, { ...spf, ...reject })).toMatchObject({ is: 'verified' })
  expect(await check(raw, own, spf)).toMatchObject({ is: 'verified' })
})

test('a mail its domain has signed is verified from anywhere, and not once a word was changed', async () => {
  const mail = await signed()
  expect(await check(mail, foreign, { ...spf, ...dkim, ...reject })).toMatchObject({ is: 'verified' })
  expect(await check(mail, foreign, dkim)).toMatchObject({ is: 'verified' })
  const changed = mail.replace('Bonjour', 'Payez ici')
  expect(await check(changed, foreign, { ...spf, ...dkim, ...reject })).toMatchObject({ is: 'refused' })
  expect(await check(changed, foreign, { ...spf, ...dkim })).toMatchObject({ is: 'unverified' })
})

test('a domain that asks for nothing makes a forged mail unverified, not refused', async () => {
  const records = { ...spf, '_dmarc.morel.test TXT': ['v=DMARC1; p=none'] }
  expect(await check(raw, foreign, records)).toMatchObject({ is: 'unverified' })
})

test('a domain that says nothing of itself confirms nothing', async () => {
  expect(await check(raw, own, {})).toMatchObject({ is: 'unverified' })
})

test('the domain of the envelope does not answer for another in From', async () => {
  const records = { 'autre.test TXT': ['v=spf1 ip4:51.15.8.9 -all'], ...reject }
  expect(await check(raw, { ...own, from: 'x@autre.test' }, records)).toMatchObject({ is: 'refused' })
})

test('where the name server is silent nobody knows, and no more than the time there is goes by', async () => {
  const before = performance.now()
  expect(await check(await signed(), own, 'silent', 500)).toMatchObject({ is: null })
  expect(performance.now() - before).toBeLessThan(2000)
  expect(await check(raw, own, 'silent')).toMatchObject({ is: null })
})

test('of what a relay of our own brings only the signature tells', async () => {
  const relay = { ...own, remoteAddress: '127.0.0.1' }
  expect(await check(raw, relay, { ...spf, ...reject })).toMatchObject({ is: null })
  expect(await check(await signed(), relay, { ...dkim, ...reject })).toMatchObject({ is: 'verified' })
})
