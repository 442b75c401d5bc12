import { runWork } from '../realtime/run-command.ts'
import type { ClaimedDelivery } from './delivery-leases.ts'
import { moveDelivery } from './move-delivery.ts'
import type { PumpParts } from './start-delivery-pump.ts'

/**
 * Mail written for the sandbox is accepted at once and stays on this machine, whatever its mailbox has become since.
 * Answers whether it was such mail.
 */
export function acceptSandboxMail(
  { live, moved }: PumpParts,
  worker: string,
  claimed: ClaimedDelivery,
): Promise<boolean> {
  const { workspaceId, id } = claimed
  return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
    const done = await moveDelivery(tx, moved, { workspaceId, id, worker, carrier: 'sandbox' }, { state: 'accepted' })
    return { ...done, result: done.result === 'moved' }
  })
}
