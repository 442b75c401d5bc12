import { inWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { ClaimedMailbox } from './fetching.ts'

export type MailboxSettings = NonNullable<Awaited<ReturnType<typeof settingsOf>>>

/** How a mailbox is read, unless it is no longer. */
export function settingsOf(db: Db, { workspaceId, id }: ClaimedMailbox) {
  return inWorkspace(db, workspaceId, (tx) => readMailboxes(tx, workspaceId).where('id', '=', id).executeTakeFirst())
}

/**
 * Of those of these mailboxes that this worker reads: what their connection is made from, as a text that changes when
 * it must be made anew. By id.
 */
export async function signaturesOf(db: Db, worker: string, mailboxes: ClaimedMailbox[]): Promise<Map<string, string>> {
  const signatures = new Map<string, string>()
  for (const [workspaceId, some] of Map.groupBy(mailboxes, (one) => one.workspaceId)) {
    const ids = some.map(({ id }) => id)
    const rows = await inWorkspace(db, workspaceId, (tx) =>
      readMailboxes(tx, workspaceId).where('id', 'in', ids).where('fetchWorker', '=', worker).execute(),
    )
    // Not the refresh token: some providers give another each time it is used.
    for (const { id, oauthRefreshToken: _token, fetchedAt: _at, imapPassword, ...row } of rows)
      signatures.set(id, JSON.stringify([row, imapPassword?.toString('base64')]))
  }
  return signatures
}

function readMailboxes(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('mailbox')
    .select(['workspaceId', 'id', 'address', 'signIn', 'oauthRefreshToken', 'historySince', 'fetchedAt'])
    .select(['imapHost', 'imapPort', 'imapSecurity', 'imapUsername', 'imapPassword'])
    .where('workspaceId', '=', workspaceId)
    .where('imapHost', '<>', '')
    .where('state', '<>', 'paused')
    .where('removedAt', 'is', null)
}
