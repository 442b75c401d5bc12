import { runWork, type Live } from '../realtime/run-command.ts'
import type { NoteDeliveries } from './delivery-pump.ts'
import { moveDeliveries, type DeliveryChange } from './move-deliveries.ts'
import { noteMailbox } from './note-mailbox.ts'
import type { Outgoing } from './outgoing.ts'
import type { Fetching } from './imap/fetching.ts'
import type { SendOutcome } from './smtp-line.ts'

/** What a try came to; without an outcome nothing was tried. */
export interface TriedOutgoing {
  outgoing: Outgoing
  change: DeliveryChange
  outcome: SendOutcome | null
}

/** Writes what tries came to, with all that follows from it for screens, in one transaction. */
export async function recordOutcomes(
  { live, moved, fetching }: { live: Live; moved: NoteDeliveries; fetching: Pick<Fetching, 'copyWanted'> },
  worker: string,
  workspaceId: string,
  tried: TriedOutgoing[],
): Promise<void> {
  const told = tried.map(({ outgoing: { id, conversationId, message }, change }) => ({
    id,
    conversationId,
    messageId: message.id,
    change,
  }))
  await runWork(live, { is: 'system', workspaceId, cause: 'delivery' }, async (tx) => {
    const facts = await moveDeliveries(tx, moved, { workspaceId, worker, carrier: 'smtp' }, told)
    for (const { outgoing, outcome } of tried) {
      if (outcome) facts.push(...(await noteMailbox(tx, workspaceId, outgoing, outcome)))
    }
    return { result: undefined, facts }
  })
  const copied = tried.filter(({ change }) => 'copy' in change && change.copy === 'wanted')
  for (const id of new Set(copied.map(({ outgoing }) => outgoing.mailbox.id))) fetching.copyWanted(id)
}
