import type { EntryItem } from '@comptoir/contract/timeline'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { idOf } from './render-inbox.tsx'

/** What stands in a conversation of something Vincent did to it. */
export function entryOf(row: ConversationRow, kind: EntryItem['kind']): EntryItem {
  return {
    is: 'entry',
    id: idOf(77),
    kind,
    actorName: 'Vincent',
    userId: null,
    refId: null,
    summary: '',
    dueAt: null,
    at: row.lastAt,
  }
}

/** What is told when Vincent archives a conversation. */
export function archivedOf(row: ConversationRow) {
  return { conversation: { ...row, state: 'archived' } as const, entry: entryOf(row, 'archived'), unread: {} }
}
