import { createHash } from 'node:crypto'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { PushSubscriptionInput } from '@comptoir/contract/notices'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../../../identity/actor.ts'
import { Refusal } from '../../../refusal.ts'
import { keyFor, openSecret, sealSecret } from '../../../seal-secret.ts'

/** Tells this browser from now on, as long as its session lasts; whoever used it before is told no more there. */
export async function addSubscription(
  { db, secretKey, privateHosts }: { db: Db; secretKey: string; privateHosts: 'refused' | 'allowed' },
  { workspaceId, userId, sessionId }: Staff,
  subscription: PushSubscriptionInput,
): Promise<void> {
  const isSafe = new URL(subscription.endpoint).protocol === 'https:' || privateHosts === 'allowed'
  if (!isSafe) throw new Refusal('invalid', 'errors.invalid')
  const whose = { userId, sessionId, sealed: sealSecret(JSON.stringify(subscription), keyFor('push', secretKey)) }
  await inWorkspace(db, workspaceId, (tx) =>
    tx
      .insertInto('pushSubscription')
      .values({ workspaceId, id: makeId(), endpointHash: hashOf(subscription.endpoint), ...whose })
      .onConflict((on) => on.columns(['workspaceId', 'endpointHash']).doUpdateSet(whose))
      .execute(),
  )
}

/** This browser is told no more. */
export async function endSubscription(db: Db, { workspaceId, userId }: Staff, endpoint: string): Promise<void> {
  await inWorkspace(db, workspaceId, (tx) =>
    tx
      .deleteFrom('pushSubscription')
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', userId)
      .where('endpointHash', '=', hashOf(endpoint))
      .execute(),
  )
}

/** Null when it was sealed with another secret key. */
export function openSubscription(sealed: string, secretKey: string): PushSubscriptionInput | null {
  const opened = openSecret(sealed, keyFor('push', secretKey))
  return opened === null ? null : (JSON.parse(opened) as PushSubscriptionInput)
}

function hashOf(endpoint: string) {
  return createHash('sha256').update(endpoint).digest()
}
