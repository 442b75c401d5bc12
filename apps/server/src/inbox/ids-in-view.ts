import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Filter } from '@comptoir/contract/filters'
import type { View } from '@comptoir/contract/views'
import type { Staff } from '../identity/actor.ts'
import { filtered } from './filters/filtered.ts'
import { holdFilter } from './filters/hold-filter.ts'

/** Asks for the ids of all conversations that a view of this person, narrowed or not, holds now. */
export async function idsInView(tx: Tx, staff: Staff, view: View, filter: Filter) {
  const held = await holdFilter(tx, staff.workspaceId, filter)
  const { conversations } = await filtered(tx, staff, view, held)
  return { ids: conversations.select(sql.ref<string>('conversation.id').as('id')) }
}
