import type { ChoiceView, FieldView } from '@comptoir/contract/client-fields'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveClientsOf } from '../live/live-clients.ts'

/** What the business keeps of its clients, live; nothing until it is known. */
export function createSetup() {
  const { setup } = liveClientsOf(useWorkspace())
  setup.open('all')
  const slice = () => {
    const state = setup.state('all')
    return state.is === 'ready' ? state.slice : undefined
  }
  return {
    fields: (): readonly FieldView[] => slice()?.fields ?? [],
    categories: (): readonly ChoiceView[] => slice()?.categories ?? [],
    category: (id: string | null) => slice()?.categories.find((one) => one.id === id),
  }
}

export type Setup = ReturnType<typeof createSetup>
