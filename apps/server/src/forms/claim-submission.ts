import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { KeptAttachment } from '../messaging/keep-attachments.ts'
import type { Answers } from './check-answers.ts'
import type { PageForm } from './page-fields.ts'

/** What somebody sent from a page that was shown to them. */
export interface Sending {
  /** The id of that page. */
  id: string
  form: PageForm
  answers: Answers
  files: KeptAttachment[]
  sourceUrl: string
}

/**
 * `set-aside`: it waits among spam, with its files in it; `twin`: it was here before, and its files are of no use;
 * `different`: from the same page, but it says something else.
 */
export type Submitted = 'sent' | 'set-aside' | 'twin' | 'different'

type Known = Extract<Submitted, 'twin' | 'different'>

/** Remembers what was sent, in the transaction that keeps it and under the lock of the form, or says that it was here. */
export async function claimSubmission(
  tx: Tx,
  workspaceId: string,
  sending: Sending,
  email: string | null,
): Promise<'new' | Known> {
  const { id } = sending
  const inputHash = hashOf(sending)
  await lockForm(tx, workspaceId)
  const twin = await twinOf(tx, workspaceId, id, inputHash)
  if (twin) return twin
  await tx.insertInto('formSubmission').values({ workspaceId, id, inputHash, email }).execute()
  return 'new'
}

/** One after the other: two at once from the same person would make them a client twice, and answer twice. */
async function lockForm(tx: Tx, workspaceId: string) {
  await tx.selectFrom('form').select('version').where('workspaceId', '=', workspaceId).forUpdate().execute()
}

/** From the same page, or from one that was shown again on the way back. */
async function twinOf(tx: Tx, workspaceId: string, id: string, inputHash: Buffer): Promise<Known | null> {
  const { rows } = await sql<{ isSame: boolean }>`
    select input_hash = ${inputHash} as is_same
    from form_submission
    where workspace_id = ${workspaceId}
      and (id = ${id} or (at > now() - interval '1 hour' and input_hash = ${inputHash}))
    order by is_same desc
    limit 1`.execute(tx)
  if (!rows[0]) return null
  return rows[0].isSame ? 'twin' : 'different'
}

function hashOf({ answers, files }: Sending) {
  const words = [...answers].sort(([a], [b]) => (a < b ? -1 : 1))
  const hashes = files.map(({ toInsert }) => toInsert && [toInsert.name, toInsert.stored.sha256])
  return createHash('sha256')
    .update(JSON.stringify([words, hashes]))
    .digest()
}
