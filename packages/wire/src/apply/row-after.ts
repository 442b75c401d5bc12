import type { BulkChange } from '@comptoir/contract/bulk'
import type { ConversationRow } from '@comptoir/contract/inbox'

/** A row after what was done to many. */
export function rowAfter(row: ConversationRow, change: BulkChange): ConversationRow {
  switch (change.is) {
    case 'state':
      return { ...row, state: change.state }
    case 'assignee':
      return { ...row, assigneeId: change.assigneeId, ...(change.note && noted(row, change.note)) }
    case 'follow-up':
      return { ...row, followUpAt: change.followUpAt, dueNote: change.dueNote }
    default:
      return row
  }
}

/** What a note that was written into it changes of a row. */
function noted({ lastSeq }: ConversationRow, { preview, at }: { preview: string; at: string }) {
  return { lastSeq: lastSeq + 1, lastAt: at, topAt: at, lastPreview: preview, lastDirection: 'note' as const }
}
