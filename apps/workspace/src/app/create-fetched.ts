import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'

export type FetchState<Value> = { is: 'loading' } | { is: 'ready'; value: Value } | { is: 'failed'; error: unknown }

export interface Fetched<Value> {
  state: Accessor<FetchState<Value>>
  value: Accessor<Value | undefined>
  /** Changes what is shown, when something is. */
  change: (change: (value: Value) => Value) => void
  retry: () => void
}

/** Fetches again whenever the key changes; an answer that comes after that is dropped. */
export function createFetched<Key, Value>(key: () => Key, fetch: (key: Key) => Promise<Value>): Fetched<Value> {
  const [state, setState] = createSignal<FetchState<Value>>({ is: 'loading' })
  let asked = 0

  async function ask(of: Key) {
    const mine = ++asked
    const answer = await fetch(of).then(
      (value) => ({ is: 'ready', value }) as const,
      (error: unknown) => ({ is: 'failed', error }) as const,
    )
    if (mine === asked) setState(answer)
  }

  createEffect(
    on(key, (of) => {
      setState({ is: 'loading' })
      void ask(of)
    }),
  )
  onCleanup(() => asked++)

  return {
    state,
    value: () => {
      const now = state()
      return now.is === 'ready' ? now.value : undefined
    },
    change: (change) => setState((now) => (now.is === 'ready' ? { is: 'ready', value: change(now.value) } : now)),
    /** What is shown stays until the new answer is there; after a failure the loading shape comes back. */
    retry() {
      if (state().is === 'failed') setState({ is: 'loading' })
      void ask(key())
    },
  }
}
