import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { readWorkspace } from '@comptoir/db/db'
import type { MailKind } from '../classify-mail.ts'
import { readMail } from '../read-mail.ts'
import type { IntakeParts } from '../start-intake.ts'
import type { HandedMail } from './import-mails.ts'

/** What became of one mail, as the program prints it. */
export interface ImportedMail {
  file: string
  outcome: 'new' | 'threaded' | 'duplicate' | 'to-sort'
  conversation: string | null
  client: string | null
  subject: string
  from: string
  attachments: string[]
  kind: MailKind
}

interface Row extends Omit<ImportedMail, 'file' | 'attachments'> {
  id: string
  /** Null where no message holds them. */
  attachments: string[] | null
  storageKey: string
}

/** What became of mails that were handed to the intake, in their order. */
export async function outcomesOf(
  { live, files }: Pick<IntakeParts, 'live' | 'files'>,
  workspaceId: string,
  handed: HandedMail[],
): Promise<ImportedMail[]> {
  const ids = handed.map(({ incomingId }) => incomingId)
  const { rows } = await readWorkspace(live.db, workspaceId, (tx) =>
    sql<Row>`
      select i.id, coalesce(i.outcome, 'to-sort') as outcome, i.conversation_id as conversation, c.client_name as client,
             i.subject, i.sender as "from", coalesce(i.kind, 'message') as kind, f.storage_key,
             (select coalesce(jsonb_agg(a.name order by a.position), '[]')
              from (select af.name, t.position from attachment t
                    join file af on af.workspace_id = t.workspace_id and af.id = t.file_id
                    where t.workspace_id = i.workspace_id and t.message_id = i.message_id) a
              where i.message_id is not null and i.outcome in ('new', 'threaded')) as attachments
      from incoming_mail i
      join file f on f.workspace_id = i.workspace_id and f.id = i.file_id
      left join conversation c on c.workspace_id = i.workspace_id and c.id = i.conversation_id
      where i.workspace_id = ${workspaceId} and i.id = any (${ids}::uuid[])`.execute(tx),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const mails: ImportedMail[] = []
  // One after another: each may be read whole.
  for (const { file, incomingId, wasKnown } of handed) {
    const row = byId.get(incomingId)!
    const { conversation, client, subject, from, kind } = row
    const outcome = wasKnown === 'known' ? 'duplicate' : row.outcome
    const attachments = row.attachments ?? (await attachedTo(files.read(workspaceId, row.storageKey)))
    mails.push({ file, outcome, conversation, client, subject, from, attachments, kind })
  }
  return mails
}

async function attachedTo(bytes: Parameters<typeof buffer>[0]): Promise<string[]> {
  const mail = await readMail(await buffer(bytes))
  return mail.outcome === 'read' ? mail.attachments.map(({ name }) => name ?? '') : []
}
