import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Fact } from '../../realtime/record-events.ts'
import type { StoredFile } from '../file-store.ts'
import { setToSort } from '../set-to-sort.ts'
import type { Batch } from './fetch-batch.ts'
import type { OpenMailbox } from './fetching.ts'

/** A mail of which only the head is here, and the key of the sentence that says why. */
export interface ToSort {
  problem: string
  subject: string
  sender: string
}

/** A mail whose bytes are safe. */
export interface FetchedMail {
  uid: number
  internalAt: string | null
  mailId: string | null
  isHistory: boolean
  toSort: ToSort | null
  stored: StoredFile
}

/** Rows for a batch. `unused`: the bytes of mails this mailbox had already, from another folder or another way. */
export async function insertFetched(
  tx: Tx,
  mailbox: OpenMailbox,
  { folder, uidValidity }: Batch,
  mails: FetchedMail[],
  had: Map<number, string | null>,
): Promise<{ unused: string[]; facts: Fact[] }> {
  const { workspaceId, mailboxId, address } = mailbox
  const ids = new Map<number, string>([...had].flatMap(([uid, id]) => (id ? [[uid, id] as const] : [])))
  const first = [...new Map(mails.toReversed().map((mail) => [mail.stored.sha256, mail])).values()].toReversed()
  const rows = first.map((mail) => ({ ...rowOf(mail), id: makeId(), file_id: makeId() }))
  const inserted = new Set(
    rows.length > 0 ? await insertMails(tx, workspaceId, mailboxId, { address, role: folder.role }, rows) : [],
  )
  const known = await idsOf(
    tx,
    workspaceId,
    mailboxId,
    rows.filter(({ id }) => !inserted.has(id)),
  )
  const idByHash = new Map([...rows.map(({ sha256, id }) => [sha256, id] as const), ...known])
  for (const { uid, stored } of mails) ids.set(uid, idByHash.get(stored.sha256)!)
  await insertNumbers(
    tx,
    workspaceId,
    folder.id,
    uidValidity,
    [...ids].map(([uid, id]) => numberOf(uid, id, mails)),
  )
  const facts: Fact[] = []
  for (const { id, toSort } of rows) {
    if (toSort && inserted.has(id)) facts.push(...(await setToSort(tx, workspaceId, id, 'to_sort', toSort)))
  }
  const usedKeys = new Set(rows.filter(({ id }) => inserted.has(id)).map(({ key }) => key))
  return { unused: mails.map(({ stored }) => stored.key).filter((key) => !usedKeys.has(key)), facts }
}

function rowOf({ stored, internalAt, isHistory, toSort }: FetchedMail) {
  const { key, sizeBytes, sha256 } = stored
  return { key, size_bytes: sizeBytes, sha256, received_at: internalAt, is_history: isHistory, toSort }
}

type Row = ReturnType<typeof rowOf> & { id: string; file_id: string }

function numberOf(uid: number, id: string, mails: FetchedMail[]) {
  const mail = mails.find((one) => one.uid === uid)
  return { uid, incoming_mail_id: id, mail_id: mail?.mailId ?? null, internal_at: mail?.internalAt ?? null }
}

/** Ids of those that are new. One statement for any number of them, so that it is planned once. */
async function insertMails(
  tx: Tx,
  workspaceId: string,
  mailboxId: string,
  { address, role }: { address: string; role: string },
  rows: Row[],
): Promise<string[]> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
    id uuid, file_id uuid, key text, size_bytes bigint, sha256 text, received_at timestamptz, is_history boolean)`
  await sql`
    insert into file (workspace_id, id, name, media_type, size_bytes, sha256, storage_key, kept)
    select ${workspaceId}, file_id, 'message.eml', 'message/rfc822', size_bytes, decode(sha256, 'hex'), key, true
    from ${given}`.execute(tx)
  const { rows: inserted } = await sql<{ id: string }>`
    insert into incoming_mail (
      workspace_id, id, mailbox_id, envelope_from, envelope_to, file_id, content_hash, received_at,
      source, folder_role, is_history)
    select ${workspaceId}, id, ${mailboxId}, '', ${address}, file_id, decode(sha256, 'hex'),
      -- A clock of a server that is ahead would put it before what comes later.
      least(coalesce(received_at, now()), now()), 'imap', ${role}, is_history
    from ${given}
    on conflict (workspace_id, mailbox_id, content_hash) do nothing
    returning id`.execute(tx)
  return inserted.map(({ id }) => id)
}

/** The mails that were there already, by content; the files made for them go. */
async function idsOf(tx: Tx, workspaceId: string, mailboxId: string, rows: Row[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const fileIds = rows.map((row) => row.file_id)
  await sql`delete from file where workspace_id = ${workspaceId} and id = any(${fileIds}::uuid[])`.execute(tx)
  const hashes = rows.map(({ sha256 }) => sha256)
  const known = await sql<{ id: string; sha256: string }>`
    select id, encode(content_hash, 'hex') as sha256 from incoming_mail
    where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId}
      and content_hash in (select decode(hash, 'hex') from unnest(${hashes}::text[]) as hash)`.execute(tx)
  return new Map(known.rows.map(({ id, sha256 }) => [sha256, id]))
}

async function insertNumbers(
  tx: Tx,
  workspaceId: string,
  folderId: string,
  uidValidity: number,
  numbers: ReturnType<typeof numberOf>[],
) {
  if (numbers.length === 0) return
  await sql`
    insert into fetched_mail (workspace_id, folder_id, uid_validity, uid, incoming_mail_id, mail_id, internal_at)
    select ${workspaceId}, ${folderId}, ${uidValidity}, uid, incoming_mail_id, mail_id, internal_at
    from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as given(
      uid bigint, incoming_mail_id uuid, mail_id text, internal_at timestamptz)
    on conflict do nothing`.execute(tx)
}
