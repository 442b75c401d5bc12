import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { openLimits } from './limits.ts'

test('a house whose provider gives it a whole network counts as one, and the next house for itself', async () => {
  const { formsFrom } = openLimits()
  for (let i = 0; i < 30; i++) await formsFrom.count(`2001:db8:0:7:${i}::${i}`)
  for (const same of ['2001:db8:0:7::1', '2001:0DB8::7:1:2:3:4', '2001:db8:0:7:1:2:192.0.2.1'])
    await expect(formsFrom.count(same)).rejects.toThrow(Refusal)
  for (const other of ['2001:db8:0:8::1', '2001:db8::1', '7::1', '::7', '192.0.2.1', 'fe80::1%eth0'])
    await expect(formsFrom.count(other)).resolves.toBeUndefined()
})

test('one who is let try again is forgiven whichever address of theirs it was', async () => {
  const { signInFrom } = openLimits()
  for (let i = 0; i < 100; i++) await signInFrom.count(`2001:db8::${i}`)
  await signInFrom.forgive('2001:db8::ffff')
  await expect(signInFrom.count('2001:db8::1')).resolves.toBeUndefined()
  await expect(signInFrom.count('2001:db8::1')).rejects.toThrow(Refusal)
})

test('two neighbours with the old addresses are two', async () => {
  const { formsFrom } = openLimits()
  for (let i = 0; i < 30; i++) await formsFrom.count('192.0.2.1')
  await expect(formsFrom.count('192.0.2.1')).rejects.toThrow(Refusal)
  await expect(formsFrom.count('192.0.2.2')).resolves.toBeUndefined()
})
