import { openDb, type Db } from '@comptoir/db/db'
import { roleUrls } from '@comptoir/db/open-roles'
import { onTestFinished } from 'vitest'
import { freshDatabase } from '../../../../scripts/testing/fresh-database.ts'
import { testSecret } from '../../../../scripts/testing/test-secret.ts'

export interface TestDb {
  db: Db
  ownerUrl: string
}

/** An empty database with its two doors, for what needs no server. */
export async function openTestDb(): Promise<TestDb> {
  const { ownerUrl, drop } = await freshDatabase()
  const db = openDb({ ...roleUrls(ownerUrl, testSecret), connections: 4 })
  onTestFinished(async () => {
    await db.close()
    await drop()
  })
  return { db, ownerUrl }
}
