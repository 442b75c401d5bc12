import { existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { openTestServer } from '@comptoir/server/testing/open-test-server'
import { expect, inject, test } from 'vitest'
import { backUp } from './back-up.ts'

test('a backup holds no key that was made for it: where the folder is another, that is said', async () => {
  const { ownerUrl } = await openTestServer()
  const elsewhere = mkdtempSync(join(inject('dataFolder'), 'elsewhere-'))
  const file = join(elsewhere, 'comptoir.backup')
  const env = { DATABASE_URL: ownerUrl, COMPTOIR_DATA: elsewhere }
  await expect(backUp([file], env)).rejects.toThrow(
    `The key of Comptoir is not in ${elsewhere}: COMPTOIR_DATA names the folder of the data, or SECRET_KEY is the key.`,
  )
  expect([file, join(elsewhere, 'secret')].map((path) => existsSync(path))).toEqual([false, false])
  const key = 'k'.repeat(32)
  await backUp([file], { ...env, SECRET_KEY: key })
  expect(existsSync(file)).toBe(true)
})
