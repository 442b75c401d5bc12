import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import {
  fieldLimits,
  type AddFieldInput,
  type ChangeFieldInput,
  type ClientSetup,
  type FieldKind,
  type OrderInput,
} from '@comptoir/contract/client-fields'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { setupChanged } from './setup-changed.ts'

/** A new field of the business, last in its list. */
export function addField(live: Live, staff: Staff, input: AddFieldInput): Promise<ClientSetup> {
  const command = { name: 'clients.add_field', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const { id, name, kind } = input
    const { position, n } = await fieldsThere(tx, workspaceId)
      .select((eb) => [
        eb.fn.coalesce(eb(eb.fn.max('position'), '+', 1), eb.lit(0)).as('position'),
        eb.fn.countAll<number>().as('n'),
      ])
      .executeTakeFirstOrThrow()
    if (n >= fieldLimits.fields) throw new Refusal('conflict', 'errors.too_many_fields', { most: fieldLimits.fields })
    await refuseTwin(tx, workspaceId, id, name)
    const made = await tx
      .insertInto('clientField')
      .values({ workspaceId, id, name, kind, uniqueness: uniquenessOf(kind, input.uniqueness), position })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('conflict', 'errors.command_reused')
    return setupChanged(tx, workspaceId)
  })
}

/** Renames a field, or says whether two clients may have the same in it; one that was removed is there again. */
export function changeField(live: Live, staff: Staff, fieldId: string, input: ChangeFieldInput): Promise<ClientSetup> {
  const command = { name: 'clients.change_field', commandId: input.commandId, input: { fieldId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const was = await fieldToChange(tx, workspaceId, fieldId)
    const uniqueness = uniquenessOf(was.kind, input.uniqueness)
    await refuseTwin(tx, workspaceId, fieldId, input.name)
    if (uniqueness === 'unique' && was.uniqueness === 'free') await refuseTwins(tx, workspaceId, fieldId)
    await tx
      .updateTable('clientField')
      .set({ name: input.name, uniqueness, removedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', fieldId)
      .execute()
    return setupChanged(tx, workspaceId)
  })
}

/** Takes a field away; what was written in it is kept, and `changeField` brings both back. */
export function removeField(live: Live, staff: Staff, fieldId: string, commandId: string): Promise<ClientSetup> {
  return runCommand(live, staff, { name: 'clients.remove_field', commandId, input: { fieldId } }, async (tx) => {
    const { workspaceId } = staff
    await fieldToChange(tx, workspaceId, fieldId)
    await tx
      .updateTable('clientField')
      .set({ removedAt: now() })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', fieldId)
      .execute()
    return setupChanged(tx, workspaceId)
  })
}

/** Puts the fields in the order of these ids. */
export function orderFields(live: Live, staff: Staff, input: OrderInput): Promise<ClientSetup> {
  const { commandId, ids } = input
  return runCommand(live, staff, { name: 'clients.order_fields', commandId, input }, async (tx) => {
    const { workspaceId } = staff
    const known = await tx
      .selectFrom('clientField')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (known.length < ids.length) throw new Refusal('not_found', 'errors.field_missing')
    await sql`
      update client_field f set position = n.place
      from unnest(${ids}::uuid[]) with ordinality n (id, place)
      where f.workspace_id = ${workspaceId} and f.id = n.id`.execute(tx)
    return setupChanged(tx, workspaceId)
  })
}

function fieldsThere(tx: Tx, workspaceId: string) {
  return tx.selectFrom('clientField').where('workspaceId', '=', workspaceId).where('removedAt', 'is', null)
}

async function fieldToChange(tx: Tx, workspaceId: string, fieldId: string) {
  const field = await tx
    .selectFrom('clientField')
    .select(['kind', 'uniqueness'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', fieldId)
    .forUpdate()
    .executeTakeFirst()
  if (!field) throw new Refusal('not_found', 'errors.field_missing')
  return field
}

async function refuseTwin(tx: Tx, workspaceId: string, fieldId: string, name: string) {
  const twin = await fieldsThere(tx, workspaceId)
    .where('id', '<>', fieldId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .select('id')
    .executeTakeFirst()
  if (twin) throw new Refusal('invalid', 'errors.invalid', { fields: { name: 'invalid.name_taken' } })
}

/** Where two clients have the same already, somebody has to say first which of them keeps it. */
async function refuseTwins(tx: Tx, workspaceId: string, fieldId: string) {
  const twins = await tx
    .selectFrom('clientValue')
    .where('workspaceId', '=', workspaceId)
    .where('fieldId', '=', fieldId)
    .where('compared', 'is not', null)
    .groupBy('compared')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .select((eb) => eb.fn.min('said').as('said'))
    .executeTakeFirst()
  if (twins) throw new Refusal('conflict', 'errors.field_not_unique', { value: twins.said })
}

/** Only what tells one client from another can be theirs alone. */
function uniquenessOf(kind: FieldKind, wanted: 'free' | 'unique') {
  return kind === 'identifier' ? wanted : 'free'
}
