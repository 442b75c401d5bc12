import { createEffect, createSignal, on } from 'solid-js'
import type { StartBulkInput } from '@comptoir/contract/bulk'
import type { Filter } from '@comptoir/contract/filters'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { View } from '@comptoir/contract/views'

export type Selection = ReturnType<typeof createSelection>

type Chosen = { is: 'these'; ids: ReadonlySet<string> } | { is: 'view'; except: ReadonlySet<string> }

const nothing: Chosen = { is: 'these', ids: new Set() }

/** Which conversations of a view are chosen: some by hand, or all that it holds but some. */
export function createSelection(parts: {
  view: () => View
  filter: () => Filter
  rows: () => readonly ConversationRow[]
  /** How many the view holds, loaded or not. */
  count: () => number
}) {
  const [chosen, setChosen] = createSignal<Chosen>(nothing)
  /** Where a stretch begins that is chosen with Shift. */
  let anchor: string | undefined
  createEffect(on([parts.view, parts.filter], () => clear(), { defer: true }))

  function clear() {
    anchor = undefined
    setChosen(nothing)
  }

  function has(id: string) {
    const now = chosen()
    return now.is === 'view' ? !now.except.has(id) : now.ids.has(id)
  }

  function put(ids: string[], isIn: boolean) {
    setChosen((now) => {
      const set = new Set(now.is === 'view' ? now.except : now.ids)
      for (const id of ids)
        if (isIn === (now.is === 'these')) set.add(id)
        else set.delete(id)
      return now.is === 'view' ? { is: 'view', except: set } : { is: 'these', ids: set }
    })
  }

  /** All from the last one that was chosen to this one. */
  function stretchTo(id: string) {
    const ids = parts.rows().map((row) => row.id)
    const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)].sort((a, b) => a - b)
    return from === undefined || from < 0 ? [id] : ids.slice(from, to! + 1)
  }

  const size = () => {
    const now = chosen()
    return now.is === 'view' ? Math.max(0, parts.count() - now.except.size) : now.ids.size
  }

  return {
    has,
    size,
    isEmpty: () => size() === 0,
    /** Whether all that the view holds is chosen, beyond what is loaded. */
    isWhole: () => chosen().is === 'view',
    toggle(id: string, reach: 'one' | 'stretch' = 'one') {
      const isIn = !has(id)
      put(reach === 'stretch' ? stretchTo(id) : [id], isIn)
      anchor = id
    },
    /** Those that are loaded. */
    loaded: () => setChosen({ is: 'these', ids: new Set(parts.rows().map((row) => row.id)) }),
    whole: () => setChosen({ is: 'view', except: new Set() }),
    clear,
    of(): StartBulkInput['of'] {
      const now = chosen()
      return now.is === 'view'
        ? { is: 'view', view: parts.view(), filter: { ...parts.filter() }, except: [...now.except] }
        : { is: 'these', ids: [...now.ids] }
    },
  }
}
