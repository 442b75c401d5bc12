import type { StaffEvent } from '@comptoir/contract/events'
import { byDue, isOpenReminder, type ListedReminder, type RemindersSlice } from '@comptoir/contract/reminders'
import type { Reader } from './reader.ts'

/** The reminders of somebody as a screen holds them. */
export interface RemindersState extends RemindersSlice {
  /** Something may belong here that no event tells whole: to be fetched again. */
  stale?: boolean
}

/** The list of somebody's reminders after an event. */
export function applyToReminders(state: RemindersState, event: StaffEvent, reader: Reader): RemindersState {
  if (event.seq <= state.seq) return state
  return { ...changed(state, event, reader), seq: event.seq }
}

function changed(state: RemindersState, event: StaffEvent, reader: Reader): RemindersState {
  switch (event.name) {
    case 'inbox.reminder_changed':
    case 'inbox.reminder_due': {
      const { conversation, reminder } = event.data
      const others = state.reminders.filter((one) => one.id !== reminder.id)
      const isListed =
        isOpenReminder(reminder) &&
        conversation.state !== 'deleted' &&
        (reminder.ownerId === null || reminder.ownerId === reader.userId)
      if (!isListed) return { ...state, reminders: others }
      const { clientId, clientName, subject } = conversation
      return { ...state, reminders: [...others, { ...reminder, clientId, clientName, subject }].sort(byDue) }
    }
    case 'inbox.conversation_deleted':
      return without(state, [event.data.conversation.id])
    case 'access.revoked':
      return without(state, event.data.conversationIds)
    case 'inbox.conversations_changed':
      // Which reminders came, went or came back with their conversations no event of many tells.
      return event.data.change.is === 'read' || event.data.change.is === 'unread' ? state : { ...state, stale: true }
    case 'inbox.conversation_restored':
    // A message, or one that came back, takes a conversation out of the bin too.
    case 'inbox.conversation_reopened':
    case 'inbox.trouble_told':
    case 'inbox.conversation_rearranged':
    case 'access.granted':
      return { ...state, stale: true }
    case 'clients.client_changed': {
      const { id, name } = event.data.client
      const rename = (one: ListedReminder) => (one.clientId === id ? { ...one, clientName: name } : one)
      return { ...state, reminders: state.reminders.map(rename) }
    }
    default:
      return state
  }
}

function without(state: RemindersState, conversationIds: string[]): RemindersState {
  return { ...state, reminders: state.reminders.filter((one) => !conversationIds.includes(one.conversationId)) }
}
