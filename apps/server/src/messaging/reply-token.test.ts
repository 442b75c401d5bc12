import { expect, test } from 'vitest'
import { makeReplyAddress, readReplyAddress } from './reply-token.ts'

const secret = new Uint8Array(32).fill(7)
const conversationId = '0192f0c4-1a2b-7c3d-8e4f-556677889900'

test('an answer comes back to its mailbox and conversation', () => {
  const address = makeReplyAddress('atelier@example.test', conversationId, secret)
  expect(address).toMatch(/^atelier\+r[a-z2-7]{42}@example\.test$/)
  expect(readReplyAddress(address, secret)).toEqual({ mailboxAddress: 'atelier@example.test', conversationId })
})

test('mail programs may change its case', () => {
  const address = makeReplyAddress('atelier@example.test', conversationId, secret)
  expect(readReplyAddress(address.toUpperCase(), secret)).toEqual({
    mailboxAddress: 'atelier@example.test',
    conversationId,
  })
})

test('a local part never grows beyond 64 characters', () => {
  const longest = `${'a'.repeat(20)}@example.test`
  expect(makeReplyAddress(longest, conversationId, secret).split('@')[0]).toHaveLength(64)
  const tooLong = `${'a'.repeat(21)}@example.test`
  expect(makeReplyAddress(tooLong, conversationId, secret)).toBe(tooLong)
})

test('a token altered anywhere, or of another installation, is no token', () => {
  const address = makeReplyAddress('atelier@example.test', conversationId, secret)
  const start = 'atelier+r'.length
  for (let at = start; at < start + 41; at += 1) {
    const altered = address.slice(0, at) + (address[at] === 'a' ? 'b' : 'a') + address.slice(at + 1)
    expect(readReplyAddress(altered, secret)).toBeNull()
  }
  expect(readReplyAddress(address, new Uint8Array(32).fill(8))).toBeNull()
})

test('any other address is no token', () => {
  for (const address of [
    'atelier@example.test',
    'atelier+rabc@example.test',
    'atelier+newsletter@example.test',
    `+r${'a'.repeat(42)}@x.test`,
    '',
    '@',
    'a+r@b',
  ])
    expect(readReplyAddress(address, secret)).toBeNull()
})

test('a conversation must be an id', () => {
  expect(() => makeReplyAddress('atelier@example.test', 'not-an-id', secret)).toThrow(TypeError)
})
