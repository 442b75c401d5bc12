import type { Tx } from '@comptoir/db/db'
import { isSameValue, linesOf, valueOf, type FieldValue } from '@comptoir/contract/field-values'
import type { ClientView } from '@comptoir/contract/clients'
import { fieldToFill } from '../clients/client-fields.ts'
import { writeOwnValue } from '../clients/write-own-value.ts'
import { Refusal } from '../refusal.ts'
import type { OwnAnswer } from './client-of-answers.ts'

/**
 * Writes answers into the fields of the business where a card says nothing yet. What it says otherwise stays, and so
 * does what cannot be kept, such as a number that is another client's: those are named.
 */
export async function fillOwnValues(
  tx: Tx,
  workspaceId: string,
  card: ClientView,
  given: OwnAnswer[],
): Promise<{ written: 'none' | 'some'; differing: string[] }> {
  const differing: string[] = []
  let written: 'none' | 'some' = 'none'
  // Fields whose values are unique are locked: always in one order.
  for (const { fieldId, value } of given.toSorted((a, b) => (a.fieldId < b.fieldId ? -1 : 1))) {
    const now = valueOf(card, fieldId)
    if (now.length > 0) {
      if (!saysSame(now, value)) differing.push(fieldId)
    } else if (await isKept(tx, workspaceId, card.id, { fieldId, value })) written = 'some'
    else differing.push(fieldId)
  }
  return { written, differing }
}

async function isKept(tx: Tx, workspaceId: string, clientId: string, { fieldId, value }: OwnAnswer): Promise<boolean> {
  try {
    await writeOwnValue(tx, workspaceId, clientId, await fieldToFill(tx, workspaceId, fieldId), value)
    return true
  } catch (error) {
    // Refused before anything was written.
    if (error instanceof Refusal) return false
    throw error
  }
}

function saysSame(now: FieldValue, value: FieldValue) {
  if (typeof now === 'string' && typeof value === 'string')
    return now.trim().localeCompare(value.trim(), 'fr', { sensitivity: 'base' }) === 0
  return isSameValue(linesOf(now).toSorted(), linesOf(value).toSorted())
}
