import { batch } from 'solid-js'
import { createStore, produce, reconcile, unwrap } from 'solid-js/store'
import type { StaffEvent } from '@comptoir/contract/events'
import { makeBackoff } from '@comptoir/wire/make-backoff'
import type { EventHub } from '../app/create-event-hub.ts'
import { isPassing } from './send-command.ts'

/** `gone`: it is no longer this reader's to see. */
export type SliceState<Slice> =
  | { is: 'loading' }
  /** `trueAt`: it is what this device kept, and was true then; nobody answers yet. */
  | { is: 'ready'; slice: Slice; trueAt?: string }
  | { is: 'failed'; error: unknown }
  | { is: 'gone' }

export interface SliceRules<Slice> {
  fetch: (key: string) => Promise<Slice>
  /** The slice after an event, or null when it is gone; one it already holds changes nothing. */
  apply: (slice: Slice, event: StaffEvent) => Slice | null
  /** What this device kept of it, for while nobody answers. */
  recall?: (key: string) => Promise<{ slice: Slice; trueAt: string } | undefined>
  /** How many are kept when others are opened. */
  keep: number
  /** How long one that was read anew rests before it is read again for what events do not tell whole. */
  restMs?: number
}

/** A network may be there in name only: after so long, what this device kept is shown until it answers. */
const lateMs = 4_000

export type Slices<Slice extends { seq: number; stale?: boolean }> = ReturnType<typeof createSlices<Slice>>

/**
 * Parts of the state by key, each fetched with the number it was true at; events heard while one is on its way are
 * applied after it. Rows keep their identity, so that only what changed is drawn again.
 */
export function createSlices<Slice extends { seq: number; stale?: boolean }>(
  events: EventHub,
  rules: SliceRules<Slice>,
) {
  const [states, setStates] = createStore<Record<string, SliceState<Slice>>>({})
  const onTheirWay = new Set<StaffEvent[]>()
  const rounds = new Map<string, number>()
  const loading = new Set<string>()
  const resting = new Map<string, number>()
  /** Last used last. */
  let used: string[] = []

  events.listen((event) => {
    for (const heard of onTheirWay) heard.push(event)
    batch(() => used.forEach((key) => hear(key, event)))
  })
  events.onResync(() => used.forEach((key) => void load(key)))

  return {
    state: (key: string): SliceState<Slice> => states[key] ?? { is: 'loading' },
    /** Fetches it, unless it is already kept up to date. */
    open(key: string) {
      use(key)
      const state = unwrap(states)[key]
      if (state?.is !== 'ready' && state?.is !== 'loading') fetchAnew(key)
    },
    /** Fetches what may be opened next. It takes the place of what was used longest ago, never of what is shown. */
    prepare(key: string) {
      if (unwrap(states)[key]) return
      drop(used.splice(0, Math.max(0, used.length - rules.keep + 1)))
      used = [key, ...used]
      fetchAnew(key)
    },
    retry: fetchAnew,
    /** All that is up to date now, outside of any tracking. */
    fresh: () =>
      Object.entries(unwrap(states)).flatMap(([key, state]): [string, Slice][] =>
        state.is === 'ready' && state.trueAt === undefined ? [[key, state.slice]] : [],
      ),
    /** What is known of it now, outside of any tracking. */
    peek: (key: string) => sliceOf(key),
    update(key: string, change: (slice: Slice) => Slice) {
      const slice = sliceOf(key)
      if (slice) show(key, change(slice))
    },
  }

  function use(key: string) {
    used = [...used.filter((one) => one !== key), key]
    drop(used.splice(0, Math.max(0, used.length - rules.keep)))
  }

  function drop(keys: string[]) {
    for (const one of keys) rounds.set(one, (rounds.get(one) ?? 0) + 1)
    if (keys.length > 0) setStates(produce((all) => keys.forEach((one) => delete all[one])))
  }

  function hear(key: string, event: StaffEvent) {
    const slice = sliceOf(key)
    if (!slice) return
    // A store writes into what it is given, so each slice needs a copy of its own.
    const next = rules.apply(slice, structuredClone(event))
    const trueAt = recalledAt(key)
    // What this device kept may lack what came before: it is on its way, and old until it is there.
    if (next && trueAt !== undefined) setState(key, { is: 'ready', slice: next, trueAt })
    else show(key, next)
  }

  function fetchAnew(key: string) {
    setState(key, { is: 'loading' })
    void load(key)
  }

  async function load(key: string) {
    const mine = (rounds.get(key) ?? 0) + 1
    rounds.set(key, mine)
    const heard: StaffEvent[] = []
    onTheirWay.add(heard)
    loading.add(key)
    const backoff = makeBackoff(Math.random)
    const late = setTimeout(() => void recall(key, mine), lateMs)
    try {
      let fetched = await rules.fetch(key)
      // Asked before the program was there, it may be older than what the live line begins with.
      if (fetched.seq < events.since() && rounds.get(key) === mine) fetched = await rules.fetch(key)
      if (rounds.get(key) !== mine) return
      loading.delete(key)
      const slice = heard.reduce<Slice | null>((so, event) => so && rules.apply(so, structuredClone(event)), fetched)
      show(key, slice)
    } catch (error) {
      if (rounds.get(key) !== mine) return
      loading.delete(key)
      if (isPassing(error)) await recall(key, mine)
      if (rounds.get(key) !== mine) return
      // What is shown stays, and is asked for again until somebody answers.
      if (isPassing(error) && sliceOf(key)) backoff.again(() => rounds.get(key) === mine && void load(key))
      else setState(key, { is: 'failed', error })
    } finally {
      clearTimeout(late)
      onTheirWay.delete(heard)
    }
  }

  async function recall(key: string, mine: number) {
    if (sliceOf(key)) return
    // The code that recalls may not have come before the network went.
    const kept = await rules.recall?.(key).catch(() => undefined)
    if (kept && rounds.get(key) === mine && !sliceOf(key)) setState(key, { is: 'ready', ...kept })
  }

  function loadRested(key: string) {
    const rest = (resting.get(key) ?? 0) - Date.now()
    if (rest > 0) return void setTimeout(() => sliceOf(key)?.stale && !loading.has(key) && loadRested(key), rest)
    if (rules.restMs) resting.set(key, Date.now() + rules.restMs)
    void load(key)
  }

  function sliceOf(key: string) {
    const state = unwrap(states)[key]
    return state?.is === 'ready' ? state.slice : undefined
  }

  function recalledAt(key: string) {
    const state = unwrap(states)[key]
    return state?.is === 'ready' ? state.trueAt : undefined
  }

  function show(key: string, slice: Slice | null) {
    if (slice === null) return setState(key, { is: 'gone' })
    setState(key, { is: 'ready', slice })
    if (slice.stale && !loading.has(key)) loadRested(key)
  }

  function setState(key: string, state: SliceState<Slice>) {
    setStates(key, reconcile<SliceState<Slice>, SliceState<Slice>>(state))
  }
}
