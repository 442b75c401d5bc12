import { runWork } from '../realtime/run-command.ts'
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
    const moves = claimed.map(async ({ id }) => {
      const inHand = { workspaceId, id, worker, carrier: 'sandbox' } as const
      const { facts, clientId } = await moveDelivery(tx, moved, inHand, { state: 'accepted' })
      return facts.map((fact) => ({ ...fact, clientId: clientId ?? null }))
    })
    const facts = (await Promise.all(moves)).flat()
    return { result: undefined, facts }
  })
}
