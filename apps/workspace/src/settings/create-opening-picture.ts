import { createEffect, createSignal, on } from 'solid-js'
import type { OpeningPicture } from '@comptoir/contract/settings'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** Whether mails tell when they are opened: turned at once, and back where the server refuses. */
export function createOpeningPicture() {
  const { slug, workspace } = useWorkspace()
  const [wanted, setWanted] = createSignal<OpeningPicture>()
  const intend = createIntent()
  const tell = createPress(async () => {
    try {
      // Turned again meanwhile: the last one holds.
      for (let told: OpeningPicture | undefined, next = wanted(); next && next !== told; next = wanted()) {
        await put(next)
        told = next
      }
    } catch (error) {
      setWanted(undefined)
      throw error
    }
    if (wanted() === workspace.openingPicture) setWanted(undefined)
  })
  function put(openingPicture: OpeningPicture) {
    return intend({ openingPicture }, (commandId) =>
      ask(
        api.api.w[':slug'].settings.workspace['opening-picture'].$put({
          param: { slug },
          json: { commandId, openingPicture },
        }),
      ),
    )
  }
  // What is heard later, from whomever, is how it is.
  const heard = () => workspace.openingPicture
  createEffect(on(heard, () => !tell.busy() && setWanted(undefined), { defer: true }))
  return {
    state: () => wanted() ?? heard(),
    turn(to: OpeningPicture) {
      setWanted(to)
      void tell.run()
    },
  }
}
