import { Resolver } from 'node:dns/promises'
import { expect, test } from 'vitest'
import { openDns, type DnsRecords } from '../testing/dns-server.ts'
import { lookUpSigningKey } from './look-up-signing-key.ts'

const name = 'comptoir-k7q2._domainkey.morel.test'
const key = 'A'.repeat(390)
const record = `v=DKIM1; k=rsa; p=${key}`

async function found(records: DnsRecords) {
  const { resolver } = await openDns(records)
  return lookUpSigningKey(name, key, resolver)
}

test('the key is found, also where it was pasted with spaces and without a version', async () => {
  expect(await found({ [`${name} TXT`]: [record] })).toBe('published')
  expect(await found({ [`${name} TXT`]: [`k=rsa;p=${key.slice(0, 100)} ${key.slice(100)}`] })).toBe('published')
})

test('what does not fit is told apart', async () => {
  expect(await found({})).toBe('nothing')
  expect(await found({ [`${name} TXT`]: ['v=spf1 -all'] })).toBe('nothing')
  expect(await found({ [`${name} TXT`]: ['v=DKIM1; p='] })).toBe('other-key')
  expect(await found({ [`${name} TXT`]: [record.replace('AAAA', 'BBBB')] })).toBe('other-key')
  expect(await found({ [`${name} TXT`]: [record, 'v=DKIM1; p=CCCC'] })).toBe('several')
})

test('a silent name server holds nobody up, however patient the resolver is', async () => {
  expect(await found('silent')).toBe('silent')
  const { resolver } = await openDns('silent')
  const patient = new Resolver({ timeout: 15_000, tries: 1 })
  patient.setServers(resolver.getServers())
  const before = performance.now()
  expect(await lookUpSigningKey(name, key, patient, 100)).toBe('silent')
  expect(performance.now() - before).toBeLessThan(5000)
  patient.cancel()
})
