import Ellipsis from 'lucide-solid/icons/ellipsis'
import { Show } from 'solid-js'
import type { FilteredCount, SavedView } from '@comptoir/contract/filters'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import { hrefOfView } from '../views.ts'
import type { createSavedViewActs } from './create-saved-view-acts.ts'

/** A saved view, its number, and what can be done with it. */
export function SavedViewLink(props: {
  view: SavedView
  count: FilteredCount | undefined
  /** All of its list, in their order, and where this one stands. */
  ids: string[]
  at: number
  acts: ReturnType<typeof createSavedViewActs>
  onPick: () => void
  onRename: () => void
}) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const { address } = liveInboxOf(workspace)
  const word = () => `saved:${props.view.id}`

  function move(by: -1 | 1) {
    const ids = [...props.ids]
    const [mine] = ids.splice(props.at, 1)
    ids.splice(props.at + by, 0, mine!)
    void props.acts.order(ids)
  }
  const entries = (): MenuEntry[] => [
    { label: t('filters.change'), onSelect: () => props.onRename() },
    { label: t('filters.move_up'), disabled: props.at === 0, onSelect: () => move(-1) },
    { label: t('filters.move_down'), disabled: props.at === props.ids.length - 1, onSelect: () => move(1) },
    'separator',
    { label: t('filters.delete'), tone: 'danger', onSelect: () => void props.acts.remove(props.view) },
  ]

  return (
    <li class="saved-view">
      <a
        class="view-link"
        href={hrefOfView(workspace.slug, word())}
        aria-current={address() === word() ? 'page' : undefined}
        onClick={() => props.onPick()}
      >
        <span class="truncate">{props.view.name}</span>
        <Show when={props.count && props.count.n > 0 && props.count}>
          {(count) => (
            <span class="view-link-count num">
              {format().number(count().n)}
              {count().more ? '+' : ''}
            </span>
          )}
        </Show>
      </a>
      <Menu
        place="bottom-end"
        trigger={(bind) => (
          <IconButton {...bind} size="sm" label={t('filters.acts', { name: props.view.name })}>
            <Ellipsis />
          </IconButton>
        )}
        entries={entries()}
      />
    </li>
  )
}
