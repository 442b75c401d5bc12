import { expect, onTestFinished, test } from 'vitest'
import { makeOwnServerFinder } from './own-server.ts'
import { startNameServer, type Zone } from './testing/name-server.ts'

test('a server that is named for the recipient’s domain is its own', async () => {
  const isOwn = await finder({ 'exemple.example': { mx: '10 Mail.Exemple.example.' } })
  expect(await isOwn('mail.exemple.example', 'marc@exemple.example')).toBe(true)
  expect(await isOwn('smtp.ailleurs.example', 'marc@exemple.example')).toBe(false)
})

test('a domain that names none, or an address in place of a name, says nothing', async () => {
  const isOwn = await finder({})
  expect(await isOwn('mail.exemple.example', 'marc@exemple.example')).toBe(false)
  expect(await isOwn('127.0.0.1', 'marc@exemple.example')).toBe(false)
})

test('a domain is asked about once', async () => {
  const server = await startNameServer({ 'exemple.example': { mx: '10 mail.exemple.example' } })
  onTestFinished(() => void server.close())
  const isOwn = makeOwnServerFinder(server.resolver)
  for (const name of ['marc', 'lea']) await isOwn('mail.exemple.example', `${name}@exemple.example`)
  expect(server.asked).toEqual(['exemple.example'])
})

test('a name server that is silent holds nobody up for long', async () => {
  const isOwn = makeOwnServerFinder({ resolveMx: () => new Promise(() => {}) })
  const from = performance.now()
  expect(await isOwn('mail.exemple.example', 'marc@exemple.example')).toBe(false)
  expect(performance.now() - from).toBeLessThan(4000)
})

async function finder(zone: Zone) {
  const server = await startNameServer(zone)
  onTestFinished(() => void server.close())
  return makeOwnServerFinder(server.resolver)
}
