import { expect, test } from 'vitest'
import { firstRunCode, refuseWrongCode } from './first-run-code.ts'

test('on this machine alone no code is asked', () => {
  for (const host of ['127.0.0.1', '127.0.0.53', 'localhost', '::1']) expect(firstRunCode({ host }, 'clé')).toBeNull()
  expect(() => refuseWrongCode(null, undefined)).not.toThrow()
})

test('where others can reach it, the code of the terminal is asked, however it is typed', () => {
  const code = firstRunCode({ host: '0.0.0.0' }, 'clé')!
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  expect(firstRunCode({ host: '::' }, 'clé')).toBe(code)
  expect(firstRunCode({ host: '192.168.1.10' }, 'autre clé')).not.toBe(code)
  expect(() => refuseWrongCode(code, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).not.toThrow()
  for (const wrong of [undefined, '', 'AAAAAAAA', `${code}A`]) {
    expect(() => refuseWrongCode(code, wrong)).toThrow('errors.first_run_code')
  }
})
