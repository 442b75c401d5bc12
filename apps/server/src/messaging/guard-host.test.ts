import { expect, test } from 'vitest'
import { guardHost, isLoopback } from './guard-host.ts'

test.for([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '::7f00:1',
])('%s is of a private network', async (address) => {
  expect(await guardHost(address, 'refused')).toEqual({ outcome: 'private_address' })
  expect(await guardHost('mail.example.test', 'refused', async () => [{ address }])).toEqual({
    outcome: 'private_address',
  })
})

test.for(['8.8.8.8', '193.190.198.10', '2001:4860:4860::8888', '2a00:1450:4007::1'])(
  '%s is public',
  async (address) => {
    expect(await guardHost(address, 'refused')).toEqual({ outcome: 'allowed', address, servername: address })
  },
)

test('a name is resolved once, and TLS checks the name while we connect to the address', async () => {
  let asked = 0
  const answer = await guardHost('Mail.Example.test.', 'refused', async () => ((asked += 1), [{ address: '8.8.8.8' }]))
  expect(answer).toEqual({ outcome: 'allowed', address: '8.8.8.8', servername: 'Mail.Example.test' })
  expect(asked).toBe(1)
})

test('a name with a private and a public address is reached by the public one', async () => {
  const answer = await guardHost('mail.example.test', 'refused', async () => [
    { address: '10.0.0.1' },
    { address: '8.8.8.8' },
  ])
  expect(answer).toMatchObject({ outcome: 'allowed', address: '8.8.8.8' })
})

test.for(['0x7f.1', '2130706433', '0177.0.0.1', '127.1'])(
  '%s, which some read as this machine, is not let through',
  async (host) => {
    expect((await guardHost(host, 'refused')).outcome).not.toBe('allowed')
  },
)

test('an installation may allow the hosts of its own network', async () => {
  expect(await guardHost('127.0.0.1', 'allowed')).toMatchObject({ outcome: 'allowed', address: '127.0.0.1' })
})

test('a name nobody knows is not found', async () => {
  expect(await guardHost('mail.example.test', 'refused', () => Promise.reject(new Error('ENOTFOUND')))).toEqual({
    outcome: 'host_not_found',
  })
  expect(await guardHost('', 'refused')).toEqual({ outcome: 'host_not_found' })
})

test('this machine is known by all its addresses', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
  expect(['10.0.0.1', '::2', 'fe80::1'].some(isLoopback)).toBe(false)
})
