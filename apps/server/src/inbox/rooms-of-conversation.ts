import { teamRoom, userRoom, type Room } from '../realtime/rooms.ts'

/** The team hears every conversation; a delegate the ones assigned to them. */
export function roomsOfConversation(conversation: {
  workspaceId: string
  assigneeId: string | null
  assigneeRole: string | null
}): Room[] {
  const team = teamRoom(conversation.workspaceId)
  const { assigneeId, assigneeRole } = conversation
  return assigneeId && assigneeRole === 'delegate' ? [team, userRoom(assigneeId)] : [team]
}
