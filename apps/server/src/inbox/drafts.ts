import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { DraftView } from '@comptoir/contract/composer'
import type { Staff } from '../identity/actor.ts'

/** The person's own draft in a conversation, or null. */
export async function draftOf(tx: Tx, staff: Staff, conversationId: string): Promise<DraftView | null> {
  const row = await tx
    .selectFrom('draft')
    .select([
      'conversationId',
      'kind',
      'bodyHtml',
      'signature',
      'baseSeq',
      'version',
      'updatedAt',
      sql<Recipients | null>`recipients`.as('recipients'),
      sql<FileView[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes)
          order by array_position(draft.file_ids, f.id)), '[]')
        from file f
        where f.workspace_id = draft.workspace_id and f.id = any (draft.file_ids))`.as('files'),
    ])
    .where('workspaceId', '=', staff.workspaceId)
    .where('conversationId', '=', conversationId)
    .where('userId', '=', staff.userId)
    .executeTakeFirst()
  return row ?? null
}
