import { expect, test } from 'vitest'
import { makeOpeningToken, readOpeningToken } from './opening-token.ts'

const secret = 'a secret of this installation alone'
const opened = {
  workspaceId: '0192f0c4-1a2b-7c3d-8e4f-556677889900',
  deliveryId: '0192f0c4-ffff-7c3d-8e4f-00aabbccddee',
}

test('a token says of which delivery it is, and is the same every time', () => {
  const token = makeOpeningToken(opened, secret)
  expect(token).toMatch(/^[\w-]{64}$/)
  expect(makeOpeningToken(opened, secret)).toBe(token)
  expect(readOpeningToken(token, secret)).toEqual(opened)
})

test('a token altered anywhere, or of another installation, is no token', () => {
  const token = makeOpeningToken(opened, secret)
  for (let at = 0; at < token.length; at += 1) {
    const altered = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1)
    expect(readOpeningToken(altered, secret)).toBeNull()
  }
  expect(readOpeningToken(token, 'a secret of another installation')).toBeNull()
})

test('anything else is no token', () => {
  for (const token of ['', 'nobody', 'a'.repeat(63), 'a'.repeat(64), 'a'.repeat(65), '../'.repeat(22)])
    expect(readOpeningToken(token, secret)).toBeNull()
})

test('both must be ids', () => {
  expect(() => makeOpeningToken({ ...opened, deliveryId: 'not-an-id' }, secret)).toThrow(TypeError)
})
