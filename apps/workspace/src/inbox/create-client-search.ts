import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'

const pauseMs = 150

/** The clients that answer some words; undefined while they are being asked. */
export function createClientSearch(words: () => string, find: (words: string) => Promise<ClientFound[]>) {
  const [found, setFound] = createSignal<ClientFound[]>()
  let asked = 0
  createEffect(
    on(words, (text) => {
      const mine = ++asked
      setFound(undefined)
      const timer = setTimeout(async () => {
        // Nobody to suggest is no reason to stop: a client can still be made.
        const clients = await find(text.trim()).catch(() => [])
        if (mine === asked) setFound(clients)
      }, pauseMs)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return found
}
