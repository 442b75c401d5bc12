import type { MemberView } from '@comptoir/contract/identity'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom, userRoom } from '../realtime/rooms.ts'

/** The team sees the change; the person it happened to starts again with their new rights. */
export function rightsChanged(workspaceId: string, member: MemberView): Fact[] {
  return [
    { name: 'identity.member_changed', rooms: [teamRoom(workspaceId)], data: { member } },
    { name: 'resync', rooms: [userRoom(member.userId)], data: {} },
  ]
}
