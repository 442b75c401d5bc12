import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { Variables } from './config-variables.ts'

test('without any variable, Comptoir serves this machine only, with its own database', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://localhost:3000', signUp: 'closed' })
  expect(config).toMatchObject({ databaseUrl: undefined, mailInPort: 2525, mailDomain: 'localhost', trustProxy: [] })
})

test('every variable stands in .env.example, and nothing else does', () => {
  const example = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8')
  const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(Object.keys(Variables.entries)))
})

test('an empty variable counts as none', () => {
  expect(readConfig({ PORT: '', PUBLIC_URL: ' ' }).publicUrl).toBe('http://localhost:3000')
})

test('new mailboxes take the host of the public address, and so does the sender', () => {
  const config = readConfig({ PUBLIC_URL: 'https://comptoir.ardennes.example/' })
  expect(config.publicUrl).toBe('https://comptoir.ardennes.example')
  expect(config.mailDomain).toBe('comptoir.ardennes.example')
  expect(config.mailFrom).toBe('Comptoir <comptoir@comptoir.ardennes.example>')
})

test('migrations go to the database itself when it is behind a pooler', () => {
  const both = readConfig({ DATABASE_URL: 'postgres://pooler/c', DATABASE_DIRECT_URL: 'postgres://server/c' })
  expect(both.databaseDirectUrl).toBe('postgres://server/c')
  expect(readConfig({ DATABASE_URL: 'postgres://server/c' }).databaseDirectUrl).toBe('postgres://server/c')
})

test('proxies are addresses and networks', () => {
  expect(readConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8' }).trustProxy).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    'fd00::/8',
  ])
  expect(() => readConfig({ TRUST_PROXY: '10.0.0.0/33' })).toThrow(/^TRUST_PROXY must be IP addresses or networks/)
})

test.each([
  [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535, not "eighty".'],
  [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536".'],
  [{ SIGN_UP: 'maybe' }, 'SIGN_UP must be "closed" or "open", not "maybe".'],
  [{ ALLOW_PRIVATE_HOSTS: '1' }, 'ALLOW_PRIVATE_HOSTS must be "true" or "false", not "1".'],
  [
    { PUBLIC_URL: 'https://a.example/path' },
    'PUBLIC_URL must be an address without a path, such as https://comptoir.example.com, not "https://a.example/path".',
  ],
  [
    { PORT: '-1', SIGN_UP: 'no' },
    'PORT must be a whole number from 0 to 65535, not "-1"; SIGN_UP must be "closed" or "open", not "no".',
  ],
])('%j is refused in one sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence)
})

test('a wrong address that holds a password is not repeated', () => {
  const secret = 'mysql://root:hunter2@host/c'
  expect(() => readConfig({ DATABASE_URL: secret })).toThrow(/^DATABASE_URL must be a PostgreSQL address/)
  expect(() => readConfig({ DATABASE_URL: secret })).not.toThrow(/hunter2/)
})
