import { createEffect, createRoot } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { serverNow } from '@comptoir/wire/server-clock'
import type { OpenWorkspace } from '../app/create-workspace.ts'
import type { Session } from '../app/create-session.ts'
import type { LiveInbox } from '../live/live-inbox.ts'
import { confirmSlices, dropSlice, keepSlices, trimSlices } from './kept-slices.ts'
import { nobody, ownerOf } from './recall.ts'

const everyMs = 5_000
/** A list that was scrolled is kept from its top. */
const mostRows = 200
const mostItems = 200

const kept = new WeakSet<OpenWorkspace>()

/** Keeps what is opened in a business on this device, as it changes, for when there is no network. */
export function keepOffline(workspace: OpenWorkspace, session: Session, live: LiveInbox) {
  // What one sees with the eyes of a colleague is not one's own to keep.
  if (kept.has(workspace) || workspace.viewing) return
  kept.add(workspace)
  // Without a network it could not be fetched any more.
  import('./KeptLine.tsx').catch(() => {})
  const userId = workspace.me().userId
  const owner = ownerOf(userId, workspace.slug)
  /** The number each was kept at. */
  const seqs = new Map<string, number>()
  let work = Promise.resolve()

  createRoot(() =>
    createEffect(() => {
      const me = session.me()
      if (me?.userId === userId) void keepSlices(nobody, new Map([['me', structuredClone(unwrap(me))]]), now())
    }),
  )
  const timer = setInterval(keep, everyMs)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep())
  keep()

  function keep() {
    // Whoever left has left nothing here.
    if (session.me()?.userId !== userId) return clearInterval(timer)
    // What is not live is no truer than when it was.
    if (workspace.connection().is !== 'live') return
    const at = now()
    const there = slicesOf(workspace, live)
    const changed = new Map([...there].filter(([name, { seq }]) => seqs.get(name) !== seq))
    for (const [name, { seq }] of there) seqs.set(name, seq)
    const gone = [...seqs.keys()].filter((name) => isGone(live, name))
    for (const name of gone) seqs.delete(name)
    work = work.then(async () => {
      if (session.me()?.userId !== userId) return
      await keepSlices(owner, new Map([...changed].map(([name, { slice }]) => [name, slice])), at)
      await confirmSlices(owner, [...there.keys()], at)
      for (const name of gone) await dropSlice(owner, name)
      if (changed.size > 0) await trimSlices(owner)
    })
  }
}

interface Shown {
  seq: number
  slice: unknown
}

/** All that is up to date now, by the name it is kept under. */
function slicesOf(workspace: OpenWorkspace, live: LiveInbox): Map<string, Shown> {
  const { slice, counts } = workspace.loaded()
  const shown = new Map<string, Shown>([['workspace', { seq: slice.seq + counts.seq, slice: { slice, counts } }]])
  for (const [key, list] of live.lists.fresh())
    shown.set(`list ${key}`, {
      seq: list.seq,
      slice:
        list.rows.length > mostRows ? { ...list, rows: list.rows.slice(0, mostRows), next: null, since: null } : list,
    })
  for (const [key, one] of live.opened.fresh())
    shown.set(`conversation ${key}`, {
      seq: one.seq,
      slice: { ...one, items: one.items.slice(-mostItems), since: null },
    })
  for (const [key, some] of live.signatures.fresh()) shown.set(`signatures ${key}`, { seq: some.seq, slice: some })
  for (const [key, some] of live.templates.fresh()) shown.set(`templates ${key}`, { seq: some.seq, slice: some })
  for (const [key, views] of live.savedViews.fresh()) shown.set(`savedViews ${key}`, { seq: views.seq, slice: views })
  return shown
}

function isGone(live: LiveInbox, name: string) {
  const [kind, key = ''] = name.split(' ')
  return kind === 'conversation' && live.opened.state(key).is === 'gone'
}

function now() {
  return new Date(serverNow()).toISOString()
}
