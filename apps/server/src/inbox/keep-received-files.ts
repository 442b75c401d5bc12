import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { askTogether, type Together } from '@comptoir/db/ask-together'
import type { FileView } from '@comptoir/contract/documents'
import type { Attachment } from '@comptoir/contract/timeline'

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
  const kept = await attach(tx, {
    workspaceId,
    messageId,
    fileIds: files.map(({ fileId }) => fileId),
    contentIds: files.map(({ contentId }) => contentId),
    inlines: files.map(({ inline }) => inline),
  })
  const byId = new Map(kept.map((file) => [file.id, file]))
  return files.map(({ fileId, contentId, inline }) => ({ ...byId.get(fileId)!, contentId, inline }))
}

interface Attaching {
  workspaceId: string
  messageId: string
  fileIds: string[]
  contentIds: (string | null)[]
  inlines: boolean[]
}

// The files by a list of ids, not by a join: only then each is found by its key.
const attach = askTogether(
  (_, all: Together<Attaching>) => sql<FileView & { n: number }>`
    with given as (
      select a.n, a.workspace_id, a.message_id, f.file_id, f.position - 1 as position, f.content_id, f.inline
      from json_to_recordset(${all.rows}::json) as a (
        n integer, workspace_id uuid, message_id uuid, file_ids uuid[], content_ids text[], inlines boolean[]),
        unnest(a.file_ids, a.content_ids, a.inlines) with ordinality as f (file_id, content_id, inline, position)
    ), attached as (
      insert into attachment (workspace_id, message_id, file_id, position, content_id, inline)
      select workspace_id, message_id, file_id, position, content_id, inline from given
    ), kept as (
      update file set kept = true
      where workspace_id = any (${all.workspaceId}::uuid[]) and id = any (array(select file_id from given))
      returning id, name, media_type, size_bytes
    )
    select g.n, k.id, k.name, k.media_type, k.size_bytes from kept k join given g on g.file_id = k.id`,
)
