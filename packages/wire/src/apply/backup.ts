import type { BackupSlice } from '@comptoir/contract/backup'
import type { StaffEvent } from '@comptoir/contract/events'

/** The backups of a business after an event. */
export function applyToBackup(state: BackupSlice, event: StaffEvent): BackupSlice {
  if (event.seq <= state.seq) return state
  const backedUpAt = event.name === 'settings.backed_up' ? event.data.backedUpAt : state.backedUpAt
  return { ...state, backedUpAt, seq: event.seq }
}
