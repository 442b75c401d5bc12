import { useLocation, useParams } from '@solidjs/router'
import { createEffect, createMemo } from 'solid-js'
import {
  filterFrom,
  isUnfiltered,
  listKey,
  queryOf,
  type Filter,
  type FilteredCount,
  type SavedView,
} from '@comptoir/contract/filters'
import { isView, type View } from '@comptoir/contract/views'
import { useWorkspace } from '../../app/workspace-context.ts'
import { createCounting } from '../../live/create-counting.ts'
import type { LiveInbox } from '../../live/live-inbox.ts'
import { hrefOfView } from '../views.ts'

/** Which view the address names, what narrows it, and how many it holds. */
export function createViewHere(live: LiveInbox) {
  const workspace = useWorkspace()
  const params = useParams<{ view?: string; conversationId?: string }>()
  const location = useLocation()

  interface Place {
    address: string
    said: Filter
  }
  // The address of a conversation names no view: the list stays as it was.
  const place = createMemo<Place>(
    (before) => {
      if (params.conversationId) return before
      const isKnown = isView(params.view) || params.view?.startsWith('saved:')
      return { address: isKnown ? params.view! : 'open', said: filterFrom(location.query) }
    },
    { address: 'open', said: {} },
    { equals: (a, b) => a.address === b.address && queryOf(a.said) === queryOf(b.said) },
  )
  const savedId = () => (place().address.startsWith('saved:') ? place().address.slice('saved:'.length) : undefined)
  createEffect(() => savedId() && live.savedViews.open('all'))
  const savedView = createMemo<SavedView | undefined | null>(() => {
    const id = savedId()
    if (!id) return undefined
    const state = live.savedViews.state('all')
    if (state.is !== 'ready') return undefined
    return state.slice.views.find((one) => one.id === id) ?? null
  })
  const view = createMemo<View>(() => {
    const { address } = place()
    return isView(address) ? address : (savedView()?.view ?? 'open')
  })
  const filter = createMemo<Filter>(
    () => (isUnfiltered(place().said) ? (savedView()?.filter ?? {}) : place().said),
    {},
    { equals: (a, b) => queryOf(a) === queryOf(b) },
  )
  const list = createMemo(() => {
    if (savedId() && !savedView()) return savedView() === null ? null : undefined
    return listKey(view(), filter())
  })
  const counted = createCounting<FilteredCount>(
    workspace.events,
    () => (isUnfiltered(filter()) ? null : (list() ?? null)),
    live.api.count,
  )

  return {
    address: () => place().address,
    /** The filter as the address says it: nothing of a saved view as it is. */
    said: () => place().said,
    view,
    filter,
    list,
    savedView: () => savedView() ?? undefined,
    size: (): FilteredCount =>
      isUnfiltered(filter()) && list()
        ? { n: workspace.counts.views[view()] ?? 0, more: false }
        : (counted() ?? { n: 0, more: false }),
    /** Where the same view is narrowed otherwise; a saved one without any filter is the view below it. */
    hrefWith(next: Filter) {
      const saved = savedView()
      if (!saved || isUnfiltered(next)) return hrefOfView(workspace.slug, view(), next)
      const isAsSaved = queryOf(saved.filter) === queryOf(next)
      return hrefOfView(workspace.slug, place().address, isAsSaved ? {} : next)
    },
  }
}
