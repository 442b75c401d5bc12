import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FoundInDns, SigningKey } from '@comptoir/contract/signing'
import { signingKeyColumns, signingKeyView } from './signing-key-view.ts'

/** Writes down what was found in the DNS of a key; null when it is no longer there. */
export async function noteInDns(
  tx: Tx,
  { workspaceId, domain, selector }: { workspaceId: string; domain: string; selector: string },
  found: FoundInDns,
): Promise<SigningKey | null> {
  const row = await tx
    .updateTable('dkimKey')
    .set({ found, checkedAt: sql<string>`now()`, publishedAt: publishedAfter(found) })
    .where('workspaceId', '=', workspaceId)
    .where('domain', '=', domain)
    // Another key may have taken its place while the DNS was asked.
    .where('selector', '=', selector)
    .where('removedAt', 'is', null)
    .returning(signingKeyColumns)
    .executeTakeFirst()
  return row ? signingKeyView(row) : null
}

function publishedAfter(found: FoundInDns) {
  if (found === 'published') return sql<string>`coalesce(published_at, now())`
  // A name server that is silent today says nothing of what is published.
  return found === 'silent' ? sql<string>`published_at` : null
}
