import type { Tx } from '@comptoir/db/db'
import { picturesIn } from '@comptoir/rules/pictures-in'
import { keepHeldFiles } from '../documents/keep-held-files.ts'
import { releaseFiles } from '../documents/release-files.ts'
import type { Staff } from '../identity/actor.ts'

/** Keeps the pictures of one's own signature, and lets go of those it had. */
export async function keepOwnPictures(tx: Tx, staff: Staff, html: string): Promise<void> {
  const { workspaceId, userId } = staff
  const ids = picturesIn(html)
  await keepHeldFiles(tx, staff, ids, ids)
  const were = await tx
    .deleteFrom('ownSignaturePicture')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .returning('fileId')
    .execute()
  if (ids.length > 0)
    await tx
      .insertInto('ownSignaturePicture')
      .values(ids.map((fileId) => ({ workspaceId, userId, fileId })))
      .execute()
  await releaseFiles(tx, workspaceId, left(were, ids))
}

/** The same of what a mailbox prescribes. */
export async function keepMailboxPictures(tx: Tx, staff: Staff, mailboxId: string, html: string): Promise<void> {
  const { workspaceId } = staff
  const ids = picturesIn(html)
  await keepHeldFiles(tx, staff, ids, ids)
  const were = await tx
    .deleteFrom('mailboxSignaturePicture')
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .returning('fileId')
    .execute()
  if (ids.length > 0)
    await tx
      .insertInto('mailboxSignaturePicture')
      .values(ids.map((fileId) => ({ workspaceId, mailboxId, fileId })))
      .execute()
  await releaseFiles(tx, workspaceId, left(were, ids))
}

function left(were: { fileId: string }[], ids: string[]) {
  return were.map(({ fileId }) => fileId).filter((id) => !ids.includes(id))
}
