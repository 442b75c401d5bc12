import type { Resolver } from 'node:dns/promises'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { SigningKey } from '@comptoir/contract/signing'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { lookUpSigningKey } from './look-up-signing-key.ts'
import { noteInDns } from './note-in-dns.ts'
import { signingKeyChanged } from './signing-key-view.ts'
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
    const key = await noteInDns(tx, { workspaceId, ...kept }, found)
    if (!key) throw signingKeyMissing()
    return { result: { key }, facts: [signingKeyChanged(workspaceId, key)] }
  })
}
