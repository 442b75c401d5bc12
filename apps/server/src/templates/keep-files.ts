import type { Tx } from '@comptoir/db/db'
import { replaceHeldFiles } from '../documents/replace-held-files.ts'
import type { Staff } from '../identity/actor.ts'

/**
 * Gives a kept text these files its writer may see, in the order given, and no others: those that go with it, and the
 * pictures that stand in it.
 */
export function keepFiles(
  tx: Tx,
  staff: Staff,
  templateId: string,
  fileIds: string[],
  pictureIds: string[],
): Promise<void> {
  const { workspaceId } = staff
  const template = {
    empty: () =>
      tx
        .deleteFrom('templateFile')
        .where('workspaceId', '=', workspaceId)
        .where('templateId', '=', templateId)
        .returning('fileId')
        .execute(),
    hold: (ids: string[]) =>
      tx
        .insertInto('templateFile')
        .values(
          ids.map((fileId, position) => {
            const inline = pictureIds.includes(fileId)
            return { workspaceId, templateId, fileId, position, inline }
          }),
        )
        .execute(),
  }
  return replaceHeldFiles(tx, staff, template, [...new Set([...pictureIds, ...fileIds])], pictureIds)
}
