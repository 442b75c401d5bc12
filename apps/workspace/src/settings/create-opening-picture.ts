import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createIntent } from '../app/create-intent.ts'
import { createTurn } from '../app/create-turn.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** Whether mails tell when they are opened. */
export function createOpeningPicture() {
  const { slug, workspace } = useWorkspace()
  const intend = createIntent()
  return createTurn(
    () => workspace.openingPicture,
    (openingPicture) =>
      intend({ openingPicture }, (commandId) =>
        ask(
          api.api.w[':slug'].settings.workspace['opening-picture'].$put({
            param: { slug },
            json: { commandId, openingPicture },
          }),
        ),
      ),
  )
}
