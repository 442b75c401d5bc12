import type { StaffEvent } from '@comptoir/contract/events'
import type { MemberView } from '@comptoir/contract/identity'
import type { StaffName, WorkspaceSlice } from '@comptoir/contract/settings'
import { byName } from './identity.ts'

/** The business and the names of its staff after an event. */
export function applyToWorkspace(state: WorkspaceSlice, event: StaffEvent): WorkspaceSlice {
  if (event.seq <= state.seq) return state
  return { ...changed(state, event), seq: event.seq }
}

function changed(state: WorkspaceSlice, event: StaffEvent): WorkspaceSlice {
  switch (event.name) {
    case 'settings.workspace_changed':
      return { ...state, workspace: event.data.workspace }
    case 'identity.member_joined':
    case 'identity.member_changed':
      return { ...state, staff: withStaff(state.staff, event.data.member) }
    case 'identity.absence_changed': {
      const { userId, absence } = event.data
      return { ...state, staff: state.staff.map((one) => (one.userId === userId ? { ...one, absence } : one)) }
    }
    default:
      return state
  }
}

function withStaff(staff: StaffName[], { userId, name, role, state }: MemberView) {
  const absence = staff.find((one) => one.userId === userId)?.absence ?? null
  return [...staff.filter((one) => one.userId !== userId), { userId, name, role, state, absence }].sort(byName)
}
