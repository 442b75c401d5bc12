import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import {
  fieldLimits,
  type AddChoiceInput,
  type ChangeChoiceInput,
  type ClientSetup,
  type OrderInput,
} from '@comptoir/contract/client-fields'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { setupChanged } from './setup-changed.ts'

/** A new category, or something more that can be chosen in a field; last of them. */
export function addChoice(live: Live, staff: Staff, input: AddChoiceInput): Promise<ClientSetup> {
  const command = { name: 'clients.add_choice', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const { id, fieldId, name, tone } = input
    if (fieldId) await refuseWithoutChoices(tx, workspaceId, fieldId)
    const { position, n } = await choicesThere(tx, workspaceId, fieldId)
      .select((eb) => [
        eb.fn.coalesce(eb(eb.fn.max('position'), '+', 1), eb.lit(0)).as('position'),
        eb.fn.countAll<number>().as('n'),
      ])
      .executeTakeFirstOrThrow()
    if (n >= fieldLimits.choices)
      throw new Refusal('conflict', 'errors.too_many_choices', { most: fieldLimits.choices })
    await refuseTwin(tx, workspaceId, fieldId, id, name)
    const made = await tx
      .insertInto('clientChoice')
      .values({ workspaceId, id, fieldId, name, tone, position })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('conflict', 'errors.command_reused')
    return setupChanged(tx, workspaceId)
  })
}

/** Another name or colour; one that was removed is there again, for whoever had it. */
export function changeChoice(
  live: Live,
  staff: Staff,
  choiceId: string,
  input: ChangeChoiceInput,
): Promise<ClientSetup> {
  const command = { name: 'clients.change_choice', commandId: input.commandId, input: { choiceId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const { name, tone } = input
    const [{ fieldId } = missing()] = await choicesToChange(tx, workspaceId, [choiceId])
    await refuseTwin(tx, workspaceId, fieldId, choiceId, name)
    await tx
      .updateTable('clientChoice')
      .set({ name, tone, removedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', choiceId)
      .execute()
    return setupChanged(tx, workspaceId)
  })
}

/** Takes one away; who has it keeps it, unseen, until `changeChoice` brings it back. */
export function removeChoice(live: Live, staff: Staff, choiceId: string, commandId: string): Promise<ClientSetup> {
  return runCommand(live, staff, { name: 'clients.remove_choice', commandId, input: { choiceId } }, async (tx) => {
    const { workspaceId } = staff
    await choicesToChange(tx, workspaceId, [choiceId])
    await tx
      .updateTable('clientChoice')
      .set({ removedAt: now() })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', choiceId)
      .execute()
    return setupChanged(tx, workspaceId)
  })
}

/** Puts the categories, or the choices of a field, in the order of these ids. */
export function orderChoices(live: Live, staff: Staff, input: OrderInput): Promise<ClientSetup> {
  const { commandId, ids } = input
  return runCommand(live, staff, { name: 'clients.order_choices', commandId, input }, async (tx) => {
    const { workspaceId } = staff
    await choicesToChange(tx, workspaceId, ids)
    await sql`
      update client_choice c set position = n.place
      from unnest(${ids}::uuid[]) with ordinality n (id, place)
      where c.workspace_id = ${workspaceId} and c.id = n.id`.execute(tx)
    return setupChanged(tx, workspaceId)
  })
}

async function choicesToChange(tx: Tx, workspaceId: string, ids: string[]) {
  const choices = await tx
    .selectFrom('clientChoice')
    .select(['id', 'fieldId'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (choices.length < ids.length) missing()
  return choices
}

function missing(): never {
  throw new Refusal('not_found', 'errors.choice_missing')
}

function choicesThere(tx: Tx, workspaceId: string, fieldId: string | null) {
  return tx
    .selectFrom('clientChoice')
    .where('workspaceId', '=', workspaceId)
    .where('fieldId', fieldId === null ? 'is' : '=', fieldId)
    .where('removedAt', 'is', null)
}

async function refuseWithoutChoices(tx: Tx, workspaceId: string, fieldId: string) {
  const field = await tx
    .selectFrom('clientField')
    .select('kind')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', fieldId)
    .forShare()
    .executeTakeFirst()
  if (!field) throw new Refusal('not_found', 'errors.field_missing')
  if (field.kind !== 'choice' && field.kind !== 'choices') throw new Refusal('conflict', 'errors.field_without_choices')
}

async function refuseTwin(tx: Tx, workspaceId: string, fieldId: string | null, choiceId: string, name: string) {
  const twin = await choicesThere(tx, workspaceId, fieldId)
    .where('id', '<>', choiceId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .select('id')
    .executeTakeFirst()
  if (twin) throw new Refusal('invalid', 'errors.invalid', { fields: { name: 'invalid.name_taken' } })
}
