import { verify } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { hashPassword, isPassword } from './passwords.ts'

vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, verify: vi.fn<typeof real.verify>(real.verify) }
})

test('a password is kept as argon2id with the strength that was chosen', async () => {
  const kept = await hashPassword('une longue phrase')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(kept, 'une longue phrase')).toBe(true)
  expect(await isPassword(kept, 'une longue phrasE')).toBe(false)
})

test('for whoever has no account, or no password yet, the same work is done', async () => {
  const kept = await hashPassword('une longue phrase')
  for (const who of [kept, null, undefined]) {
    vi.mocked(verify).mockClear()
    expect(await isPassword(who, 'nobody has this password')).toBe(false)
    expect(verify).toHaveBeenCalledOnce()
    expect(vi.mocked(verify).mock.calls[0]![0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  }
})
