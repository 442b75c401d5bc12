import { expect, test } from 'vitest'
import { keyFor, openSecret, sealSecret } from './seal-secret.ts'

const key = keyFor('mailbox-password', 'the secret of this installation')

test('a password is given back as it was', () => {
  expect(openSecret(sealSecret('Sésame, ouvre-toi 🔑', key), key)).toBe('Sésame, ouvre-toi 🔑')
})

test('the same password never looks the same twice', () => {
  expect(sealSecret('sésame', key)).not.toBe(sealSecret('sésame', key))
})

test('another installation, or another purpose, cannot open it', () => {
  const sealed = sealSecret('sésame', key)
  expect(openSecret(sealed, keyFor('mailbox-password', 'another secret'))).toBeNull()
  expect(openSecret(sealed, keyFor('reply-address', 'the secret of this installation'))).toBeNull()
})

test('one letter changed and it does not open', () => {
  const sealed = sealSecret('sésame', key)
  // The last letter holds spare bits.
  for (let at = 3; at < sealed.length - 1; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(openSecret(changed, key)).toBeNull()
  }
})

test('what was never sealed does not open', () => {
  for (const text of ['', 'v1.', 'v1.AAAA', 'sésame', 'v2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])
    expect(openSecret(text, key)).toBeNull()
})
