import type { UndoSeconds } from '@comptoir/contract/settings'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createIntent } from '../app/create-intent.ts'
import { createTurn } from '../app/create-turn.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** How long what is sent can be taken back, as a list has it. */
export function createUndoSend() {
  const { slug, workspace } = useWorkspace()
  const intend = createIntent()
  return createTurn(
    () => `${workspace.undoSeconds}` as const,
    (chosen) => {
      const undoSeconds = Number(chosen) as UndoSeconds
      return intend({ undoSeconds }, (commandId) =>
        ask(
          api.api.w[':slug'].settings.workspace['undo-send'].$put({
            param: { slug },
            json: { commandId, undoSeconds },
          }),
        ),
      )
    },
  )
}
