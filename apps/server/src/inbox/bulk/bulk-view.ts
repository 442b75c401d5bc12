import type { Selectable } from 'kysely'
import type { BulkAct as Row } from '@comptoir/db/schema'
import type { BulkAct, BulkView } from '@comptoir/contract/bulk'

export function bulkView({ id, act, state, total, done, at }: Selectable<Row>): BulkView {
  return { id, act: act as unknown as BulkAct, state, total, done, at }
}
