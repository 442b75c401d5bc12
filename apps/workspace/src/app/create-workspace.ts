import { createMemo } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { Role } from '@comptoir/contract/identity'
import type { Counts } from '@comptoir/contract/inbox'
import type { StaffName, WorkspaceSlice, WorkspaceView } from '@comptoir/contract/settings'
import { applyToWorkspace } from '@comptoir/wire/apply/settings'
import { createConnection } from './create-connection.ts'
import { createEventHub } from './create-event-hub.ts'
import { createPresence } from './create-presence.ts'
import type { LoadedWorkspace } from './load-workspace.ts'

export interface MeHere {
  userId: string
  name: string
  email: string
}

export type OpenWorkspace = ReturnType<typeof createWorkspace>

/** What every screen of a business shares, kept up to date by its events. */
export function createWorkspace(slug: string, me: () => MeHere, loaded: LoadedWorkspace) {
  let { slice } = loaded
  const [workspace, setWorkspace] = createStore<WorkspaceView>({ ...slice.workspace })
  const [members, setMembers] = createStore<Record<string, StaffName>>(byId(slice.staff))
  const [counts, setCounts] = createStore<Counts>({ ...loaded.counts })
  const events = createEventHub(slice.seq)
  const role = createMemo((): Role => members[me().userId]?.role ?? 'delegate')

  function show(next: WorkspaceSlice) {
    if (next.workspace !== slice.workspace) setWorkspace(reconcile({ ...next.workspace }))
    if (next.staff !== slice.staff) setMembers(reconcile(byId(next.staff)))
    slice = next
  }
  events.listen((event) => show(applyToWorkspace(slice, event)))

  return {
    slug,
    me,
    role,
    /** Whose eyes one looks with, where they are not one's own. */
    viewing: slice.viewing,
    /** Everybody but the delegates. */
    isTeam: () => role() !== 'delegate',
    isAdmin: () => role() === 'owner' || role() === 'admin',
    workspace,
    /** All who work or worked here, by id. */
    members,
    memberName: (userId: string | null) => (userId && members[userId]?.name) || '',
    counts,
    /** Absolute numbers; older ones than those shown are ignored. */
    setCounts(next: Counts) {
      if (next.seq >= counts.seq) setCounts(next)
    },
    /** All afresh, after the live line could not catch up. */
    replace(next: LoadedWorkspace) {
      show(next.slice)
      setCounts(next.counts)
    },
    /** It was not read from the server but is what this device kept: all is to be read anew. */
    isRecalled: () => loaded.trueAt !== undefined,
    /** As it is now, in the shape it was read in. */
    loaded: (): LoadedWorkspace => ({ slice, counts: { ...unwrap(counts) } }),
    /** The number that what was loaded was true at: what the live line follows from. */
    seq: slice.seq,
    /** What happens, as it happens: `events.listen(apply)`, `events.onResync(reload)`. */
    events,
    presence: createPresence(),
    /** `connection()`, and `setConnection` for the one who holds the live line. */
    ...createConnection(loaded.trueAt),
  }
}

function byId(staff: StaffName[]): Record<string, StaffName> {
  return Object.fromEntries(staff.map((one) => [one.userId, { ...one }]))
}
