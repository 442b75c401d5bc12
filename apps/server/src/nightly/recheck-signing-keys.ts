import { inWorkspace } from '@comptoir/db/db'
import { lookUpSigningKey } from '../messaging/dkim/look-up-signing-key.ts'
import { noteInDns } from '../messaging/dkim/note-in-dns.ts'
import { signingKeyChanged } from '../messaging/dkim/signing-key-view.ts'
import { signingKeysOf } from '../messaging/dkim/signing-keys.ts'
import type { NightlyWork } from '../nightly-jobs.ts'
import { runWork } from '../realtime/run-command.ts'

/**
 * A record that is taken away or changed would let all that leaves fail its signature; one that comes back is signed
 * with again. Where nobody answers, what was known stays.
 */
export const recheckSigningKeys: NightlyWork = async ({ db, live, resolver }, workspaceId) => {
  const kept = await inWorkspace(db, workspaceId, (tx) =>
    signingKeysOf(tx, { workspaceId }).select(['domain', 'selector', 'publicKey']).orderBy('domain').execute(),
  )
  for (const { domain, selector, publicKey } of kept) {
    const found = await lookUpSigningKey(`${selector}._domainkey.${domain}`, publicKey, resolver)
    if (found === 'silent') continue
    await runWork(live, { is: 'system', workspaceId, cause: 'night' }, async (tx) => {
      const key = await noteInDns(tx, { workspaceId, domain, selector }, found)
      return { result: null, facts: key ? [signingKeyChanged(workspaceId, key)] : [] }
    })
  }
}
