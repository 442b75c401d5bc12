import { expect, test } from 'vitest'
import { makeId } from './uuid.ts'

test('an id is a UUIDv7 that carries its instant', () => {
  const at = Date.UTC(2026, 10, 22, 3, 45, 12, 345)
  const id = makeId(at)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
})

test('no two of many ids made in one millisecond are the same', () => {
  const at = Date.now()
  expect(new Set(Array.from({ length: 5000 }, () => makeId(at))).size).toBe(5000)
})

test('ids made later sort later', () => {
  const ids = [1_000, 5_000_000_000, 1_800_000_000_000].map((at) => makeId(at))
  expect(ids.toSorted()).toEqual(ids)
})
