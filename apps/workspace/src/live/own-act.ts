import type { BulkAct, StartBulkInput } from '@comptoir/contract/bulk'
import type { AssignInput } from '@comptoir/contract/inbox'
import type { ReminderWish } from '@comptoir/contract/reminders'
import type { InboxApi } from './inbox-api.ts'

/** Something one does to a conversation, as it is kept until the server has it. */
export type OwnAct =
  | { is: 'archive' | 'reopen' | 'restore' | 'unread' }
  | { is: 'read'; seq: number }
  | ({ is: 'assign' } & Pick<AssignInput, 'assigneeId' | 'note'>)
  | { is: 'remind'; reminderId: string; wish: ReminderWish }
  | { is: 'move-reminder'; reminderId: string; wish: ReminderWish }
  | { is: 'end-reminder'; reminderId: string; how: 'done' | 'cancel' }
  | { is: 'undo-reminder'; reminderId: string; version: number }
  | { is: 'many'; act: BulkAct; of: StartBulkInput['of'] }

/** What the server answers to each. */
export type AnswerTo<Act extends OwnAct> = Act extends { is: 'many' }
  ? Awaited<ReturnType<InboxApi['startBulk']>>
  : Act extends { is: 'remind' | 'move-reminder' | 'end-reminder' | 'undo-reminder' }
    ? Awaited<ReturnType<InboxApi['setReminder']>>
    : unknown

/** Asks the server for it; `conversationId` is empty for what is done to many. */
export function askFor(api: InboxApi, conversationId: string, act: OwnAct, commandId: string): Promise<unknown> {
  switch (act.is) {
    case 'archive':
      return api.archive(conversationId, commandId)
    case 'reopen':
      return api.reopen(conversationId, commandId)
    case 'restore':
      return api.restore(conversationId, commandId)
    case 'unread':
      return api.markUnread(conversationId, commandId)
    case 'read':
      return api.markRead(conversationId, act.seq, commandId)
    case 'assign':
      return api.assign(conversationId, { commandId, assigneeId: act.assigneeId, ...(act.note && { note: act.note }) })
    case 'remind':
      return api.setReminder(conversationId, { ...act.wish, reminderId: act.reminderId }, commandId)
    case 'move-reminder':
      return api.changeReminder(act.reminderId, act.wish, commandId)
    case 'end-reminder':
      return api.endReminder(act.reminderId, act.how, commandId)
    case 'undo-reminder':
      return api.undoReminder(act.reminderId, act.version, commandId)
    case 'many':
      return api.startBulk({ commandId, act: act.act, of: act.of })
  }
}
