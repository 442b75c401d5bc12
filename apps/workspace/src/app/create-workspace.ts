import { createMemo } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { StaffEvent } from '@comptoir/contract/events'
import type { MemberView, Role } from '@comptoir/contract/identity'
import type { Counts } from '@comptoir/contract/inbox'
import type { WorkspaceView } from '@comptoir/contract/settings'
import { createConnection } from './create-connection.ts'
import { createEventHub } from './create-event-hub.ts'
import { createPresence } from './create-presence.ts'

/** A workspace as it was when it was fetched. */
export interface WorkspaceSlice {
  seq: number
  workspace: WorkspaceView
  members: MemberView[]
  counts: Counts
}

export interface MeHere {
  userId: string
  name: string
  email: string
}

export type OpenWorkspace = ReturnType<typeof createWorkspace>

/** What every screen of a business shares, kept up to date by its events. */
export function createWorkspace(slug: string, me: () => MeHere, slice: WorkspaceSlice) {
  const [workspace, setWorkspace] = createStore<WorkspaceView>(slice.workspace)
  const [members, setMembers] = createStore<Record<string, MemberView>>(byId(slice.members))
  const [counts, setCounts] = createStore<Counts>(slice.counts)
  const events = createEventHub()
  const role = createMemo((): Role => members[me().userId]?.role ?? 'delegate')

  events.listen((event: StaffEvent) => {
    if (event.name === 'settings.workspace_changed') setWorkspace(reconcile(event.data.workspace))
    if (event.name === 'identity.member_joined' || event.name === 'identity.member_changed') {
      setMembers(event.data.member.userId, reconcile(event.data.member))
    }
  })

  return {
    slug,
    me,
    role,
    /** Everybody but the delegates. */
    isTeam: () => role() !== 'delegate',
    isAdmin: () => role() === 'owner' || role() === 'admin',
    workspace,
    members,
    memberName: (userId: string | null) => (userId && members[userId]?.name) || '',
    counts,
    /** Absolute numbers; older ones than those shown are ignored. */
    setCounts: (next: Counts) => next.seq >= counts.seq && setCounts(next),
    /** A fresh slice, after the live line could not catch up. */
    replace(next: WorkspaceSlice) {
      setWorkspace(reconcile(next.workspace))
      setMembers(reconcile(byId(next.members)))
      setCounts(next.counts)
    },
    /** The number the first slice was true at: what the live line follows from. */
    seq: slice.seq,
    /** What happens, as it happens: `events.listen(apply)`, `events.onResync(reload)`. */
    events,
    presence: createPresence(),
    /** `connection()`, and `setConnection` for the one who holds the live line. */
    ...createConnection(),
  }
}

function byId(members: MemberView[]) {
  return Object.fromEntries(members.map((member) => [member.userId, member]))
}
