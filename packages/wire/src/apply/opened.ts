import type { StaffEvent } from '@comptoir/contract/events'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { EarlierPage, TimelineItem } from '@comptoir/contract/timeline'
import { mayWriteFrom } from '@comptoir/contract/may-write-from'
import { byDue, isOpenReminder } from '@comptoir/contract/reminders'
import { timelineOrder } from '@comptoir/contract/timeline-order'
import { withTag, withTagChanged } from './clients.ts'
import type { Reader } from './reader.ts'

/** An opened conversation as a screen holds it. */
export interface OpenedState extends OpenedConversation {
  /** Something moved that events do not tell whole (addresses of the client, a mailbox): to be fetched again. */
  stale: boolean
  /** What was heard since earlier items were asked; null while none are on their way. */
  since: StaffEvent[] | null
}

export function openedFrom(opened: OpenedConversation): OpenedState {
  return { ...opened, stale: false, since: null }
}

/** The conversation after an event, or null when it is no longer this reader's to see. */
export function applyToOpened(opened: OpenedState, event: StaffEvent, reader: Reader): OpenedState | null {
  if (event.seq <= opened.seq) return opened
  const after = changed(opened, event, reader)
  return after && { ...after, seq: event.seq, since: opened.since && [...opened.since, event] }
}

/** To be called when earlier items are asked: what is heard until they come is kept for them. */
export function expectEarlier(opened: OpenedState): OpenedState {
  return { ...opened, since: [] }
}

/** The conversation with the earlier items that were asked. */
export function addEarlier(opened: OpenedState, page: EarlierPage, reader: Reader): OpenedState {
  const items = page.items.reduce(withItem, opened.items)
  const merged: OpenedState = { ...opened, items, before: page.before, since: null }
  const missed = (opened.since ?? []).filter((event) => event.seq > page.seq)
  return missed.reduce<OpenedState>((so, event) => changed(so, event, reader) ?? so, merged)
}

function changed(opened: OpenedState, event: StaffEvent, reader: Reader): OpenedState | null {
  const { id } = opened.conversation
  switch (event.name) {
    case 'inbox.message_received':
    case 'inbox.message_sent': {
      const { conversation, message, unread, recipient, answers, mailboxOwnerId } = event.data
      if (conversation.id !== id) return opened
      const isTheirs = mayWriteFrom(mailboxOwnerId, reader)
      const mailboxAddress = isTheirs ? event.data.mailboxAddress : opened.mailboxAddress
      const items = withItem(opened.items, message)
      const now = {
        ...opened,
        conversation,
        items,
        unread: unread[reader.userId] ?? 0,
        recipient,
        answers,
        mailboxAddress,
      }
      return isTheirs ? now : { ...now, stale: true }
    }
    case 'inbox.note_added': {
      const { conversation, note, unread } = event.data
      if (conversation.id !== id) return opened
      return { ...opened, conversation, items: withItem(opened.items, note), unread: unread[reader.userId] ?? 0 }
    }
    case 'inbox.conversation_assigned':
    case 'inbox.conversation_archived':
    case 'inbox.conversation_reopened':
    case 'inbox.conversation_deleted':
    case 'inbox.conversation_restored': {
      const { conversation, entry, unread } = event.data
      if (conversation.id !== id) return opened
      return { ...opened, conversation, items: withItem(opened.items, entry), unread: unread[reader.userId] ?? 0 }
    }
    case 'inbox.trouble_told': {
      const { conversation, entry, unread } = event.data
      if (conversation.id !== id) return opened
      const items = entry ? withItem(opened.items, entry) : opened.items
      return { ...opened, conversation, items, unread: unread[reader.userId] ?? 0 }
    }
    case 'inbox.sending_taken_back': {
      const { conversation, messageId, unread, recipient, answers } = event.data
      if (conversation.id !== id) return opened
      const items = opened.items.filter((item) => item.id !== messageId)
      return { ...opened, conversation, items, unread: unread[reader.userId] ?? 0, recipient, answers }
    }
    case 'inbox.reminder_changed':
    case 'inbox.reminder_due': {
      const { conversation, entry, reminder, unread } = event.data
      if (conversation.id !== id) return opened
      const others = opened.reminders.filter((one) => one.id !== reminder.id)
      const reminders = isOpenReminder(reminder) ? [...others, reminder].sort(byDue) : others
      const items = withItem(opened.items, entry)
      return { ...opened, conversation, items, reminders, unread: unread[reader.userId] ?? 0 }
    }
    case 'inbox.leaving_changed': {
      const { conversation, messageId, leaving } = event.data
      const item = opened.items.find((one) => one.id === messageId)
      if (conversation.id !== id || item?.is !== 'message') return opened
      const receipt = item.receipt && { ...item.receipt, at: leaving.at }
      return { ...opened, conversation, items: withItem(opened.items, { ...item, leaving, receipt, at: leaving.at }) }
    }
    case 'inbox.receipt_changed': {
      const { conversation, messageId, receipt } = event.data
      if (conversation.id !== id) return opened
      const items = opened.items.map((item) =>
        item.is === 'message' && item.id === messageId ? { ...item, receipt } : item,
      )
      return { ...opened, conversation, items }
    }
    case 'inbox.message_also_came': {
      const { conversationId, messageId, alsoIn } = event.data
      if (conversationId !== id) return opened
      const items = opened.items.map((item) =>
        item.is === 'message' && item.id === messageId ? { ...item, alsoIn } : item,
      )
      return { ...opened, items }
    }
    case 'inbox.conversation_read':
    case 'inbox.conversation_marked_unread': {
      const { conversation, unread } = event.data
      return conversation.id === id ? { ...opened, conversation, unread: unread[reader.userId] ?? 0 } : opened
    }
    case 'access.granted': {
      const { conversation, unread } = event.data
      if (conversation.id === id) return { ...opened, conversation, unread: unread[reader.userId] ?? 0 }
      // It may belong with this one.
      return { ...opened, stale: true }
    }
    case 'inbox.conversation_rearranged': {
      const { conversation, unread, goneIds } = event.data
      if (goneIds.includes(id)) return null
      if (conversation.id === id) return { ...opened, conversation, unread: unread[reader.userId] ?? 0, stale: true }
      // What belonged with one of them belongs with where that is.
      return isLinked(opened, [conversation.id, ...goneIds]) ? { ...opened, stale: true } : opened
    }
    case 'inbox.links_changed':
      return event.data.conversationId === id ? { ...opened, stale: true } : opened
    case 'inbox.conversations_changed': {
      const { conversationIds, change } = event.data
      // What is given to a delegate may belong with this one.
      if (change.is === 'assignee' && reader.role === 'delegate') return { ...opened, stale: true }
      if (!conversationIds.includes(id)) return opened
      // What was written into its timeline no event of many tells.
      return { ...opened, stale: true }
    }
    case 'inbox.notice_given': {
      const { notice } = event.data
      if (notice.conversationId !== id) return opened
      return { ...opened, notices: [...opened.notices.filter((one) => one !== notice.id), notice.id] }
    }
    case 'inbox.notices_seen': {
      const seen = new Set(event.data.noticeIds)
      return { ...opened, notices: opened.notices.filter((one) => !seen.has(one)) }
    }
    case 'inbox.draft_saved':
      return event.data.draft.conversationId === id ? { ...opened, draft: event.data.draft } : opened
    case 'inbox.draft_discarded':
      return event.data.conversationId === id ? { ...opened, draft: null } : opened
    case 'inbox.conversation_withdrawn':
      return event.data.conversationId === id ? null : opened
    case 'access.revoked':
      if (event.data.conversationIds.includes(id)) return null
      return { ...opened, linked: opened.linked.filter((one) => !event.data.conversationIds.includes(one.id)) }
    case 'clients.client_changed': {
      const { client } = event.data
      const linked = opened.linked.map((one) =>
        one.clientId === client.id ? { ...one, clientName: client.name } : one,
      )
      return client.id === opened.client.id ? withClient({ ...opened, linked }, client) : { ...opened, linked }
    }
    case 'clients.clients_tagged':
      return event.data.clientIds.includes(opened.client.id)
        ? { ...opened, client: withTag(opened.client, event.data) }
        : opened
    case 'clients.tag_changed':
    case 'clients.tag_removed': {
      const client = withTagChanged(opened.client, event)
      return client ? { ...opened, client } : { ...opened, stale: true }
    }
    case 'messaging.mailbox_changed':
    case 'messaging.mailbox_removed':
      return { ...opened, stale: true }
    default:
      return opened
  }
}

function isLinked({ linked }: OpenedState, conversationIds: string[]) {
  return linked.some(({ id }) => conversationIds.includes(id))
}

function withClient(opened: OpenedState, client: OpenedState['client']): OpenedState {
  const conversation = { ...opened.conversation, clientName: client.name }
  const moved = client.emails.map((one) => one.value).join() !== opened.client.emails.map((one) => one.value).join()
  return { ...opened, client, conversation, stale: opened.stale || moved }
}

/** Puts an item in its place; one with the same id, shown before the server answered, gives way. */
function withItem(items: TimelineItem[], item: TimelineItem): TimelineItem[] {
  return [...items.filter((one) => one.id !== item.id), item].sort(timelineOrder)
}
