import type { StaffEvent } from '@comptoir/contract/events'
import { mostNotices, type NoticeSettingsSlice, type NoticesSlice, type NoticeView } from '@comptoir/contract/notices'

/** What a person was told of, as a screen holds it. */
export interface NoticesState extends NoticesSlice {
  /** To be fetched again. */
  stale?: boolean
}

/** What a person was told of, after an event. */
export function applyToNotices(state: NoticesState, event: StaffEvent): NoticesState {
  if (event.seq <= state.seq) return state
  // Of which conversation each speaks then, no event tells.
  const stale = state.stale || event.name === 'inbox.conversation_rearranged'
  return { seq: event.seq, notices: changed(state.notices, event), ...(stale && { stale }) }
}

/** How a person wants to be told, after an event. */
export function applyToNoticeSettings(state: NoticeSettingsSlice, event: StaffEvent): NoticeSettingsSlice {
  if (event.seq <= state.seq) return state
  const settings = event.name === 'inbox.notice_settings_changed' ? event.data.settings : state.settings
  return { seq: event.seq, settings }
}

function changed(notices: NoticeView[], event: StaffEvent): NoticeView[] {
  switch (event.name) {
    case 'inbox.notice_given': {
      const { notice } = event.data
      return inOrder([notice, ...notices.filter(({ id }) => id !== notice.id)]).slice(0, mostNotices)
    }
    case 'inbox.notices_seen': {
      const { noticeIds, seenAt } = event.data
      const seen = new Set(noticeIds)
      return inOrder(notices.map((one) => (seen.has(one.id) && !one.seenAt ? { ...one, seenAt } : one)))
    }
    case 'access.revoked': {
      const gone = new Set(event.data.conversationIds)
      return notices.filter(({ conversationId }) => !conversationId || !gone.has(conversationId))
    }
    case 'clients.client_changed': {
      const { id, name } = event.data.client
      return notices.map((one) => (one.clientId === id ? { ...one, clientName: name } : one))
    }
    default:
      return notices
  }
}

/** What was not seen first, each newest first. */
function inOrder(notices: NoticeView[]): NoticeView[] {
  const key = (one: NoticeView) => `${one.seenAt ? 0 : 1} ${one.at} ${one.id}`
  return notices.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
}
