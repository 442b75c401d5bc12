import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Fact } from '../realtime/record-events.ts'
import { clientChanged } from './client-changed.ts'
import { normaliseEmail } from './normalise-contact-point.ts'

/** Adds an e-mail address to the card of a client that is locked; nothing is told if it was there. */
export async function addEmail(tx: Tx, workspaceId: string, clientId: string, value: string): Promise<Fact[]> {
  const normalised = normaliseEmail(value)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('contactPoint')
    .values({ workspaceId, id: makeId(), clientId, kind: 'email', value, normalised, position: lastPosition })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return []
  const { facts } = await clientChanged(tx, workspaceId, clientId)
  return facts
}

/** After all that a card can hold. */
const lastPosition = 1000
