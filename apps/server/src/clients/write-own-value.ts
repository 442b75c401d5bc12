import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FieldKind } from '@comptoir/contract/client-fields'
import { linesOf, type FieldValue } from '@comptoir/contract/field-values'
import { Refusal } from '../refusal.ts'
import { refuseForeignChoices, type FieldToFill } from './client-fields.ts'
import { normaliseEmail, normalisePhone } from './normalise-contact-point.ts'

/** Writes what stands in a field of the business, in the column of its kind; the value was read before. */
export async function writeOwnValue(
  tx: Tx,
  workspaceId: string,
  clientId: string,
  field: FieldToFill,
  value: FieldValue,
): Promise<void> {
  if (field.kind === 'choice' || field.kind === 'choices')
    return choose(tx, workspaceId, clientId, field, linesOf(value))
  const said = String(value)
  if (said === '') {
    await tx
      .deleteFrom('clientValue')
      .where('workspaceId', '=', workspaceId)
      .where('clientId', '=', clientId)
      .where('fieldId', '=', field.id)
      .execute()
    return
  }
  const columns = columnsOf(field.kind, said)
  if (field.uniqueness === 'unique') await refuseTwin(tx, workspaceId, clientId, field.id, columns.compared)
  await tx
    .insertInto('clientValue')
    .values({ workspaceId, clientId, fieldId: field.id, ...columns })
    .onConflict((on) => on.columns(['workspaceId', 'clientId', 'fieldId']).doUpdateSet(columns))
    .execute()
}

async function choose(tx: Tx, workspaceId: string, clientId: string, field: FieldToFill, choiceIds: string[]) {
  await refuseForeignChoices(tx, workspaceId, field.id, choiceIds)
  await tx
    .deleteFrom('clientChosen')
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .where('fieldId', '=', field.id)
    .where(sql<boolean>`not choice_id = any(${choiceIds}::uuid[])`)
    .execute()
  if (choiceIds.length === 0) return
  await tx
    .insertInto('clientChosen')
    .values(choiceIds.map((choiceId) => ({ workspaceId, clientId, fieldId: field.id, choiceId })))
    .onConflict((on) => on.doNothing())
    .execute()
}

function columnsOf(kind: FieldKind, said: string) {
  const empty = { said: null, compared: null, millionths: null, day: null }
  if (kind === 'number') return { ...empty, millionths: millionthsOf(said) }
  if (kind === 'date') return { ...empty, day: said }
  return { ...empty, said, compared: compared(kind, said) }
}

/** `-12.5` is -12500000, without a step through what cannot hold it. */
function millionthsOf(decimal: string) {
  const [whole = '0', rest = ''] = decimal.split('.')
  return sql<number>`${BigInt(`${whole}${rest.padEnd(6, '0')}`).toString()}::bigint`
}

/** The form in which values are compared. */
function compared(kind: FieldKind, said: string): string {
  if (kind === 'email') return normaliseEmail(said)
  if (kind === 'phone') return normalisePhone(said)
  const plain = said.toLowerCase().replace(/\s+/g, ' ')
  return kind === 'identifier' ? plain.replaceAll(' ', '') : plain
}

/** The field is locked: of two who write the same one waits, and finds it. */
async function refuseTwin(tx: Tx, workspaceId: string, clientId: string, fieldId: string, wanted: string | null) {
  const twin = await tx
    .selectFrom('clientValue as v')
    .select('v.clientId')
    .where('v.workspaceId', '=', workspaceId)
    .where('v.fieldId', '=', fieldId)
    .where('v.compared', '=', wanted)
    .where('v.clientId', '<>', clientId)
    .executeTakeFirst()
  // Whose it is is not said: a delegate does not see every client.
  if (twin) throw new Refusal('invalid', 'errors.invalid', { fields: { value: 'invalid.taken' } })
}
