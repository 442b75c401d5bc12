import { join } from 'node:path'
import { appliedMigrations, applyWithin, readMigrations } from '@comptoir/db/migrate'
import { expect, inject, test } from 'vitest'
import { makeId } from '@comptoir/rules/uuid'
import { makeBackup } from './make-backup.ts'
import { noteBackup } from './note-backup.ts'
import { openSnapshot } from './open-snapshot.ts'
import { restoreBackup } from './restore-backup.ts'
import { connectOwner, emptyTarget } from './testing/empty-target.ts'
import { everything } from './testing/save-to-file.ts'
import { writeBackupFile } from './write-backup-file.ts'

test('a backup made before tables changed is restored as it was, and then brought up to date', async () => {
  const old = await emptyTarget()
  const owner = await connectOwner(old.ownerUrl)
  const known = readMigrations()
  await owner.query('begin')
  await applyWithin(owner, known.slice(0, 9))
  await owner.query('commit')
  const [workspaceId, mailboxId] = [makeId(), makeId()]
  await owner.query(`insert into workspace (workspace_id, slug, name) values ($1, 'chez-marc', 'Chez Marc')`, [
    workspaceId,
  ])
  await owner.query(`insert into event_counter (workspace_id) values ($1)`, [workspaceId])
  await owner.query(
    `insert into mailbox (workspace_id, id, name, address) values ($1, $2, 'Marc', 'marc@exemple.example')`,
    [workspaceId, mailboxId],
  )
  const snapshot = await openSnapshot(old.ownerUrl)
  const path = join(inject('dataFolder'), 'older.backup')
  await writeBackupFile(path, makeBackup({ files: old.parts.files, secretKey: 'the old key' }, snapshot, everything))
  // Before an update there is nowhere yet to write it down.
  await noteBackup(old.ownerUrl, snapshot)
  await snapshot.close()

  const target = await emptyTarget()
  await restoreBackup(target.parts, { path, password: null })
  const restored = await connectOwner(target.ownerUrl)
  expect((await appliedMigrations(restored)).map(({ name }) => name)).toEqual(known.map(({ name }) => name))
  expect((await restored.query('select name, imap_host, state from mailbox')).rows).toEqual([
    { name: 'Marc', imap_host: '', state: 'active' },
  ])
  expect(target.secrets).toEqual(['the old key'])
})

test('a timeline from when the reason stood beside the recipient names the recipient alone', async () => {
  const { ownerUrl } = await emptyTarget()
  const owner = await connectOwner(ownerUrl)
  const known = readMigrations()
  const [workspaceId, clientId, conversationId] = [makeId(), makeId(), makeId()]
  await owner.query('begin')
  await applyWithin(owner, known.slice(0, 14))
  await owner.query(`insert into workspace (workspace_id, slug, name) values ($1, 'chez-marc', 'Chez Marc')`, [
    workspaceId,
  ])
  await owner.query(`insert into client (workspace_id, id, name) values ($1, $2, 'Léa')`, [workspaceId, clientId])
  await owner.query(`insert into conversation (workspace_id, id, client_id, client_name) values ($1, $2, $3, 'Léa')`, [
    workspaceId,
    conversationId,
    clientId,
  ])
  for (const [kind, summary] of [
    ['assigned', 'Hugo Lemaire'],
    ['bounced', 'lea@exemple.example errors.delivery_bounced'],
    ['complained', 'lea@exemple.example'],
  ])
    await owner.query(
      `insert into entry (workspace_id, id, conversation_id, kind, summary) values ($1, $2, $3, $4, $5)`,
      [workspaceId, makeId(), conversationId, kind, summary],
    )
  await applyWithin(owner, known.slice(14))
  await owner.query('commit')
  expect((await owner.query('select summary from entry order by kind')).rows.map(({ summary }) => summary)).toEqual([
    'Hugo Lemaire',
    'lea@exemple.example',
    'lea@exemple.example',
  ])
})
