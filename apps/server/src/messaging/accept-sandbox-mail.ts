import { runWork } from '../realtime/run-command.ts'
import type { Fact } from '../realtime/record-events.ts'
import type { ClaimedDelivery } from './delivery-leases.ts'
import { moveDelivery } from './move-delivery.ts'
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
  return runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
    const facts: Fact[] = []
    for (const { id } of claimed) {
      const inHand = { workspaceId, id, worker, carrier: 'sandbox' } as const
      const done = await moveDelivery(tx, moved, inHand, { state: 'accepted' })
      facts.push(...done.facts.map((fact) => ({ ...fact, clientId: done.clientId ?? null })))
    }
    return { result: undefined, facts }
  })
}
