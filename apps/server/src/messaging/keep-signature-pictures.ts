import type { Tx } from '@comptoir/db/db'
import { picturesIn } from '@comptoir/rules/pictures-in'
import { replaceHeldFiles } from '../documents/replace-held-files.ts'
import type { Staff } from '../identity/actor.ts'

/** Keeps the pictures of one's own signature, and lets go of those it had. */
export function keepOwnPictures(tx: Tx, staff: Staff, html: string): Promise<void> {
  const { workspaceId, userId } = staff
  const table = 'ownSignaturePicture'
  const signature = {
    empty: () =>
      tx
        .deleteFrom(table)
        .where('workspaceId', '=', workspaceId)
        .where('userId', '=', userId)
        .returning('fileId')
        .execute(),
    hold: (ids: string[]) =>
      tx
        .insertInto(table)
        .values(ids.map((fileId) => ({ workspaceId, userId, fileId })))
        .execute(),
  }
  return replaceHeldFiles(tx, staff, signature, picturesIn(html), picturesIn(html))
}

/** The same of what a mailbox prescribes. */
export function keepMailboxPictures(tx: Tx, staff: Staff, mailboxId: string, html: string): Promise<void> {
  const { workspaceId } = staff
  const table = 'mailboxSignaturePicture'
  const signature = {
    empty: () =>
      tx
        .deleteFrom(table)
        .where('workspaceId', '=', workspaceId)
        .where('mailboxId', '=', mailboxId)
        .returning('fileId')
        .execute(),
    hold: (ids: string[]) =>
      tx
        .insertInto(table)
        .values(ids.map((fileId) => ({ workspaceId, mailboxId, fileId })))
        .execute(),
  }
  return replaceHeldFiles(tx, staff, signature, picturesIn(html), picturesIn(html))
}
