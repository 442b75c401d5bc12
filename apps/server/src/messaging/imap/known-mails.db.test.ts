import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inWorkspace, type Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { asOwner } from '../../testing/as-owner.ts'
import { openTestServer } from '../../testing/open-test-server.ts'
import { seed } from '../../testing/people.ts'
import { knownOf, recognise } from './known-mails.ts'

test('what came under other numbers is known, and what came under these is not looked through for it', async () => {
  const test = await openTestServer()
  const { workspaceId, mailbox } = await seed(test, { people: { sophie: 'owner' } })
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    const folderId = await fillFolder(tx, workspaceId, mailbox.id, 3000)
    const before = await looked(tx)
    expect(await knownOf(tx, workspaceId, folderId, 7)).toBeNull()
    expect((await looked(tx)) - before).toBeLessThan(100)
    const known = await knownOf(tx, workspaceId, folderId, 8)
    expect(Date.parse(known!.latest) - Date.parse(known!.earliest)).toBe(2999 * 60_000)
    expect(await knownOf(tx, workspaceId, folderId, 6)).toEqual(known)
  })
})

test('a mailbox of 20,000 mails whose server gave new numbers is recognised without looking through all of it', async () => {
  const test = await openTestServer()
  const { workspaceId, mailbox } = await seed(test, { people: { sophie: 'owner' } })
  const inBusiness = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(test.server.db, workspaceId, work)
  const folderId = await inBusiness((tx) => fillFolder(tx, workspaceId, mailbox.id, 20_000))
  // As the database does by itself, before long.
  await asOwner(test, 'analyze fetched_mail')
  const seen = Array.from({ length: 100 }, (_, place) => ({
    uid: place + 1,
    mailId: `${place + 5001}@exemple.example`,
    sizeBytes: 1,
    internalAt: new Date(startedAt + (place + 5001) * 60_000).toISOString(),
  }))
  await inBusiness(async (tx) => {
    const before = await looked(tx)
    expect((await recognise(tx, workspaceId, folderId, 8, seen)).size).toBe(100)
    expect((await looked(tx)) - before).toBeLessThan(1000)
  })
})

const startedAt = Date.parse('2026-01-01')

/** A folder of which so many mails were read under the validity 7, one of each minute. */
async function fillFolder(tx: Tx, workspaceId: string, mailboxId: string, count: number) {
  const [folderId, fileId, mailId] = [makeId(), makeId(), makeId()]
  await sql`
    insert into mailbox_folder (workspace_id, mailbox_id, id, path)
    values (${workspaceId}, ${mailboxId}, ${folderId}, 'INBOX')`.execute(tx)
  await sql`
    insert into file (workspace_id, id, name, media_type, size_bytes, sha256, storage_key, kept)
    values (${workspaceId}, ${fileId}, 'message.eml', 'message/rfc822', 1, sha256('a'), 'key', true)`.execute(tx)
  await sql`
    insert into incoming_mail (workspace_id, id, mailbox_id, envelope_from, envelope_to, file_id, content_hash)
    values (${workspaceId}, ${mailId}, ${mailboxId}, '', '', ${fileId}, sha256('a'))`.execute(tx)
  await sql`
    insert into fetched_mail (workspace_id, folder_id, uid_validity, uid, incoming_mail_id, mail_id, internal_at)
    select ${workspaceId}, ${folderId}, 7, uid, ${mailId}, uid || '@exemple.example',
      timestamptz '2026-01-01 00:00Z' + uid * interval '1 minute'
    from generate_series(1, ${count}::integer) as uid`.execute(tx)
  return folderId
}

async function looked(tx: Tx) {
  const { rows } = await sql<{ looked: number }>`
    select (seq_tup_read + idx_tup_fetch)::int as looked from pg_stat_xact_user_tables
    where relname = 'fetched_mail'`.execute(tx)
  return rows[0]!.looked
}
