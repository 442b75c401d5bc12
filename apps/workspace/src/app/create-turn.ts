import { createEffect, createSignal, on } from 'solid-js'
import { createPress } from './create-act.ts'

/** A switch: turned at once, and back where the server refuses. `heard` is how it is, `tell` tells how it shall be. */
export function createTurn<State extends string>(heard: () => State, tell: (to: State) => Promise<unknown>) {
  const [wanted, setWanted] = createSignal<string | undefined>() as [() => State | undefined, (to?: State) => void]
  const press = createPress(async () => {
    try {
      // Turned again meanwhile: the last one holds.
      for (let told: State | undefined, next = wanted(); next && next !== told; next = wanted()) {
        await tell(next)
        told = next
      }
    } catch (error) {
      setWanted(undefined)
      throw error
    }
    if (wanted() === heard()) setWanted(undefined)
  })
  // What is heard later, from whomever, is how it is.
  createEffect(on(heard, () => !press.busy() && setWanted(undefined), { defer: true }))
  return {
    state: () => wanted() ?? heard(),
    turn(to: State) {
      setWanted(to)
      void press.run()
    },
  }
}
