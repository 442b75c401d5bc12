import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { useInbox } from '../inbox-context.ts'

const pauseMs = 150

/** The conversations that answer some words, or those of a client where nothing is said; undefined while they are asked. */
export function createCandidates(words: () => string, clientId: () => string | undefined) {
  const { api } = useInbox().live
  const [found, setFound] = createSignal<ConversationRow[]>()
  let asked = 0
  async function find(text: string): Promise<ConversationRow[]> {
    const client = clientId()
    if (text !== '') return (await api.search(text)).hits.map(({ conversation }) => conversation)
    return client ? (await api.conversationsOfClient(client)).rows : []
  }
  createEffect(
    on([words, clientId], ([text]) => {
      const mine = ++asked
      setFound(undefined)
      const timer = setTimeout(async () => {
        const rows = await find(text.trim()).catch(() => [])
        if (mine === asked) setFound(rows.filter(({ state }) => state !== 'deleted'))
      }, pauseMs)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return found
}
