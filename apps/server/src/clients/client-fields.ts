import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ClientSetup, FieldKind, FieldView } from '@comptoir/contract/client-fields'
import { Refusal } from '../refusal.ts'

/** What the business keeps of its clients, besides what every business does. */
export async function setupOf(tx: Tx, workspaceId: string): Promise<ClientSetup> {
  const [fields, choices] = await Promise.all([
    tx
      .selectFrom('clientField')
      .select(['id', 'name', 'kind', 'uniqueness'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('clientChoice')
      .select(['id', 'fieldId', 'name', 'tone'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),
  ])
  const of = Map.groupBy(choices, ({ fieldId }) => fieldId)
  const choicesOf = (fieldId: string | null) =>
    (of.get(fieldId) ?? []).map(({ id, name, tone }) => ({ id, name, tone }))
  return {
    fields: fields.map((field): FieldView => ({ ...field, choices: choicesOf(field.id) })),
    categories: choicesOf(null),
  }
}

export interface FieldToFill {
  id: string
  kind: FieldKind
  uniqueness: FieldView['uniqueness']
}

/** A field that is there, so that a value of it can be written: one whose values are unique is locked. */
export async function fieldToFill(tx: Tx, workspaceId: string, fieldId: string): Promise<FieldToFill> {
  const field = await tx
    .selectFrom('clientField')
    .select(['id', 'kind', 'uniqueness'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', fieldId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!field) throw new Refusal('not_found', 'errors.field_missing')
  if (field.uniqueness === 'unique')
    await sql`
      select from client_field where workspace_id = ${workspaceId} and id = ${fieldId} for no key update`.execute(tx)
  return field
}

/** What is chosen has to be something that can be: of this field, or for null a category. */
export async function refuseForeignChoices(tx: Tx, workspaceId: string, fieldId: string | null, ids: string[]) {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const known = await tx
    .selectFrom('clientChoice')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('fieldId', fieldId === null ? 'is' : '=', fieldId)
    .where('id', 'in', wanted)
    .where('removedAt', 'is', null)
    .execute()
  if (known.length < wanted.length) throw new Refusal('not_found', 'errors.choice_missing')
}
