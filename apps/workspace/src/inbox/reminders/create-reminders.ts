import { createMemo } from 'solid-js'
import { applyToReminders, type RemindersState } from '@comptoir/wire/apply/reminders'
import { createSlices } from '../../live/create-slices.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import { useWorkspace } from '../../app/workspace-context.ts'

/** What this person is to be reminded of, live. */
export function createReminders() {
  const workspace = useWorkspace()
  const { api, asDone } = liveInboxOf(workspace)
  const reader = () => ({ userId: workspace.me().userId, role: workspace.role() })
  const slices = createSlices<RemindersState>(workspace.events, {
    fetch: () => api.reminders(),
    apply: (state, event) => applyToReminders(state, event, reader()),
    keep: 1,
  })
  slices.open('mine')
  const reminders = () => {
    const now = slices.state('mine')
    return now.is === 'ready' ? asDone.reminders(now.slice.reminders) : undefined
  }
  return { state: () => slices.state('mine'), reminders: createMemo(reminders), retry: () => slices.retry('mine') }
}
