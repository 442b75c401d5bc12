import type { Resolver } from 'node:dns/promises'
import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { FoundInDns, SigningKey } from '@comptoir/contract/signing'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { lookUpSigningKey } from './look-up-signing-key.ts'
import { signingKeyChanged, signingKeyColumns, signingKeyView } from './signing-key-view.ts'
import { signingDomainOf, signingKeyMissing, signingKeysOf } from './signing-keys.ts'

/** Looks whether the public half of a key stands in the DNS. From then on what leaves is signed with it. */
export async function checkSigningKey(
  { db, live, resolver }: { db: Db; live: Live; resolver: Resolver },
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ key: SigningKey }> {
  const { workspaceId } = staff
  const kept = await inWorkspace(db, workspaceId, async (tx) => {
    const { domain } = await signingDomainOf(tx, staff, mailboxId)
    return signingKeysOf(tx, staff)
      .where('domain', '=', domain)
      .select(['domain', 'selector', 'publicKey'])
      .executeTakeFirst()
  })
  if (!kept) throw signingKeyMissing()
  const found = await lookUpSigningKey(`${kept.selector}._domainkey.${kept.domain}`, kept.publicKey, resolver)
  const command = { name: 'messaging.check_signing_key', commandId, input: { mailboxId } }
  return runCommand(live, staff, command, async (tx) => {
    const row = await tx
      .updateTable('dkimKey')
      .set({ found, checkedAt: sql<string>`now()`, publishedAt: publishedAfter(found) })
      .where('workspaceId', '=', workspaceId)
      .where('domain', '=', kept.domain)
      // Another key may have taken its place while the DNS was asked.
      .where('selector', '=', kept.selector)
      .where('removedAt', 'is', null)
      .returning(signingKeyColumns)
      .executeTakeFirst()
    if (!row) throw signingKeyMissing()
    const key = signingKeyView(row)
    return { result: { key }, facts: [signingKeyChanged(workspaceId, key)] }
  })
}

function publishedAfter(found: FoundInDns) {
  if (found === 'published') return sql<string>`coalesce(published_at, now())`
  // A name server that is silent today says nothing of what is published.
  return found === 'silent' ? sql<string>`published_at` : null
}
