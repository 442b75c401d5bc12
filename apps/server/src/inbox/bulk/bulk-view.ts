import * as v from 'valibot'
import type { Selectable } from 'kysely'
import type { BulkAct as Row } from '@comptoir/db/schema'
import { bulkAct, type BulkAct, type BulkView } from '@comptoir/contract/bulk'

export function bulkView(row: Selectable<Row>): BulkView {
  const { id, state, total, done, at } = row
  return { id, act: actOf(row), state, total, done, at }
}

/** What is done, as it was asked and kept. */
export function actOf({ act }: Pick<Selectable<Row>, 'act'>): BulkAct {
  return v.parse(bulkAct, act)
}
