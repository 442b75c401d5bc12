import type { StaffEvent } from '@comptoir/contract/events'
import type { MembersSlice, MemberView } from '@comptoir/contract/identity'

/** The people of a business after an event. */
export function applyToMembers(state: MembersSlice, event: StaffEvent): MembersSlice {
  if (event.seq <= state.seq) return state
  return { ...changed(state, event), seq: event.seq }
}

function changed(state: MembersSlice, event: StaffEvent): MembersSlice {
  switch (event.name) {
    case 'identity.member_joined':
    case 'identity.member_changed':
      return { ...state, members: withMember(state.members, event.data.member) }
    case 'identity.invitation_made': {
      const { invitation } = event.data
      return { ...state, invitations: [invitation, ...state.invitations.filter((one) => one.id !== invitation.id)] }
    }
    case 'identity.invitation_withdrawn': {
      const { invitationId } = event.data
      return { ...state, invitations: state.invitations.filter((one) => one.id !== invitationId) }
    }
    default:
      return state
  }
}

function withMember(members: MemberView[], member: MemberView) {
  return [...members.filter((one) => one.userId !== member.userId), member].sort(byName)
}

/** By name as people sort names, then by id. */
export function byName(a: { name: string; userId: string }, b: { name: string; userId: string }): number {
  return a.name.localeCompare(b.name, 'fr') || (a.userId < b.userId ? -1 : 1)
}
