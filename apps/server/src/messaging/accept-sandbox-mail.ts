import { runWork } from '../realtime/run-command.ts'
import type { ClaimedDelivery } from './delivery-leases.ts'
import { moveDeliveries } from './move-deliveries.ts'
import type { PumpParts } from './start-delivery-pump.ts'

/**
 * Mail written for the sandbox is accepted at once and stays on this machine, whatever its mailbox has become since.
 * What was claimed together for one business is accepted together.
 */
export function acceptSandboxMail(
  { live, moved }: PumpParts,
  worker: string,
  workspaceId: string,
  claimed: ClaimedDelivery[],
): Promise<void> {
  const accepted = { state: 'accepted', answer: null, copy: null } as const
  const told = claimed.map(({ id, conversationId, messageId }) => ({ id, conversationId, messageId, change: accepted }))
  return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => ({
    result: undefined,
    facts: await moveDeliveries(tx, moved, { workspaceId, worker, carrier: 'sandbox' }, told),
  }))
}
