import { expect, test } from 'vitest'
import { safeBack } from './safe-back.ts'

test('whoever signs in comes back to the page they asked for', () => {
  expect(safeBack('/w/chez-marc/to-sort?x=1')).toBe('/w/chez-marc/to-sort?x=1')
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', '', undefined, ['/a', '/b']])(
  'a link to %s leads to the start of the application',
  (back) => expect(safeBack(back)).toBe('/'),
)
