import type { StaffEvent } from '@comptoir/contract/events'
import type { FormSlice } from '@comptoir/contract/forms'

/** The form of a business after an event. */
export function applyToForm(state: FormSlice, event: StaffEvent): FormSlice {
  if (event.seq <= state.seq) return state
  const form = event.name === 'forms.form_changed' ? event.data.form : state.form
  return { seq: event.seq, form }
}
