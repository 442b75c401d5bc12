import type { NoticeView } from '@comptoir/contract/notices'

/** Something somebody is told of, with the conversation it is about. */
export function noticeView(
  row: Omit<NoticeView, 'clientId' | 'clientName' | 'subject'> & {
    clientId: string | null
    clientName: string | null
    subject: string | null
  },
): NoticeView {
  const {
    id,
    kind,
    thingId,
    conversationId,
    conversations,
    clientId,
    clientName,
    subject,
    actorName,
    summary,
    at,
    seenAt,
  } = row
  return {
    id,
    kind,
    thingId,
    conversationId,
    conversations,
    clientId,
    clientName: clientName ?? '',
    subject: subject ?? '',
    actorName,
    summary,
    at,
    seenAt,
  }
}
