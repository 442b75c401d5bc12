import type { StaffEvent } from '@comptoir/contract/events'
import type { SavedView, SavedViewsSlice } from '@comptoir/contract/filters'

/** The saved views after an event. */
export function applyToSavedViews(slice: SavedViewsSlice, event: StaffEvent): SavedViewsSlice {
  if (event.seq <= slice.seq) return slice
  return { ...slice, seq: event.seq, views: changed(slice.views, event) }
}

function changed(views: SavedView[], event: StaffEvent): SavedView[] {
  switch (event.name) {
    case 'inbox.view_saved': {
      const { view } = event.data
      return [...views.filter((one) => one.id !== view.id), view].sort(byPlace)
    }
    case 'inbox.saved_view_removed':
      return views.filter((one) => one.id !== event.data.viewId)
    case 'inbox.saved_views_ordered': {
      const place = new Map(event.data.viewIds.map((id, at) => [id, at + 1]))
      return views.map((one) => ({ ...one, position: place.get(one.id) ?? one.position })).sort(byPlace)
    }
    default:
      return views
  }
}

function byPlace(a: SavedView, b: SavedView) {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}
