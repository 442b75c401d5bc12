import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { useWorkspace } from './workspace-context.ts'

// One asks while typing, not at every letter.
const restMs = 150

/** Finds clients as one types: `found()` is `undefined` while they are asked for, empty when none could be. */
export function createClientFinder(words: () => string) {
  const { slug } = useWorkspace()
  const [found, setFound] = createSignal<ClientFound[]>()
  createEffect(
    on(words, (of) => {
      setFound(undefined)
      let late = false
      const timer = setTimeout(() => {
        const asked = ask(api.api.w[':slug'].clients.$get({ param: { slug }, query: { words: of } }))
        void asked.catch(() => []).then((clients) => late || setFound(clients))
      }, restMs)
      onCleanup(() => {
        late = true
        clearTimeout(timer)
      })
    }),
  )
  return found
}
