import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import type { Attachment } from '@comptoir/contract/inbox'

/** A stored file that came with a message; `contentId` when its text shows it. */
export interface ReceivedFile {
  fileId: string
  contentId: string | null
  inline: boolean
}

/** Attaches the files that came with a message, in their order, and keeps them. */
export async function keepReceivedFiles(
  tx: Tx,
  workspaceId: string,
  messageId: string,
  files: ReceivedFile[],
): Promise<Attachment[]> {
  if (files.length === 0) return []
  return attach(tx, { workspaceId, messageId, files: JSON.stringify(files) })
}

interface Attaching {
  workspaceId: string
  messageId: string
  /** As JSON. */
  files: string
}

const attach = writeOnce(
  (_, { workspaceId, messageId, files }: Attaching) => sql<Attachment>`
    with given as (
      select (f.one ->> 'fileId')::uuid as file_id, f.one ->> 'contentId' as content_id,
             (f.one ->> 'inline')::boolean as inline, f.position - 1 as position
      from jsonb_array_elements(${files}::jsonb) with ordinality as f (one, position)
    ), attached as (
      insert into attachment (workspace_id, message_id, file_id, position, content_id, inline)
      select ${workspaceId}, ${messageId}, file_id, position, content_id, inline from given
    ), kept as (
      update file set kept = true
      from given
      where file.workspace_id = ${workspaceId} and file.id = given.file_id
      returning file.id, file.name, file.media_type, file.size_bytes
    )
    select kept.id, kept.name, kept.media_type, kept.size_bytes, given.content_id, given.inline
    from kept join given on given.file_id = kept.id
    order by given.position`,
)
