import type { Tx } from '@comptoir/db/db'

/** What the next mail needs to find a conversation: every Message-ID seen there, and everybody who takes part. */
export function rememberMail(
  tx: Tx,
  own: { workspaceId: string; conversationId: string },
  said: { mailId: string | null; references: string[]; participants: string[] },
): Promise<unknown>[] {
  const ids = [...new Set(said.mailId ? [said.mailId, ...said.references] : said.references)]
  const addresses = [...new Set(said.participants.map((address) => address.toLowerCase()))]
  const queries: Promise<unknown>[] = []
  if (ids.length > 0) {
    const rows = ids.map((mailId) => ({ ...own, mailId }))
    queries.push(
      tx
        .insertInto('mailReference')
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute(),
    )
  }
  if (addresses.length > 0) {
    const rows = addresses.map((address) => ({ ...own, address }))
    queries.push(
      tx
        .insertInto('participant')
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute(),
    )
  }
  return queries
}
