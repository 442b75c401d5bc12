import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
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
const attach = writeOnce(
  (_, { workspaceId, messageId, fileIds, contentIds, inlines }: Attaching) => sql<FileView>`
    with attached as (
      insert into attachment (workspace_id, message_id, file_id, position, content_id, inline)
      select ${workspaceId}, ${messageId}, file_id, position - 1, content_id, inline
      from unnest(${fileIds}::uuid[], ${contentIds}::text[], ${inlines}::boolean[]) with ordinality
        as given (file_id, content_id, inline, position)
    )
    update file set kept = true
    where workspace_id = ${workspaceId} and id = any (${fileIds}::uuid[])
    returning id, name, media_type, size_bytes`,
)
