import type { Tx } from '@comptoir/db/db'
import { keepHeldFiles } from '../documents/keep-held-files.ts'
import { releaseFiles } from '../documents/release-files.ts'
import type { Staff } from '../identity/actor.ts'

/**
 * Gives a kept text these files its writer may see, in the order given, and no others: those that go with it, and the
 * pictures that stand in it.
 */
export async function keepFiles(
  tx: Tx,
  staff: Staff,
  templateId: string,
  fileIds: string[],
  pictureIds: string[],
): Promise<void> {
  const { workspaceId } = staff
  const ids = [...new Set([...pictureIds, ...fileIds])]
  await keepHeldFiles(tx, staff, ids, pictureIds)
  const were = await tx
    .deleteFrom('templateFile')
    .where('workspaceId', '=', workspaceId)
    .where('templateId', '=', templateId)
    .returning('fileId')
    .execute()
  if (ids.length > 0) {
    await tx
      .insertInto('templateFile')
      .values(
        ids.map((fileId, position) => ({
          workspaceId,
          templateId,
          fileId,
          position,
          inline: pictureIds.includes(fileId),
        })),
      )
      .execute()
  }
  await releaseFiles(
    tx,
    workspaceId,
    were.map(({ fileId }) => fileId).filter((id) => !ids.includes(id)),
  )
}
