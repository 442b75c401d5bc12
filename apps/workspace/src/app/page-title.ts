import { createEffect, createSignal, onCleanup, useContext } from 'solid-js'
import { WorkspaceContext } from './workspace-context.ts'

const [title, setTitle] = createSignal('')

/** The title of the page that is open, to be said aloud when it changes. */
export const pageTitle = title

/** Names the page in the tab: what it is, whose, and how much is unread. */
export function usePageTitle(text: () => string) {
  const workspace = useContext(WorkspaceContext)
  createEffect(() => setTitle(text()))
  createEffect(() => {
    const unread = workspace?.counts.views.unread ? `(${workspace.counts.views.unread}) ` : ''
    document.title = `${unread}${text()} · ${workspace?.workspace.name ?? 'Comptoir'}`
  })
  onCleanup(() => (document.title = 'Comptoir'))
}
