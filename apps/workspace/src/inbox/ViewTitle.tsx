import ChevronDown from 'lucide-solid/icons/chevron-down'
import { Show } from 'solid-js'
import { Popover } from '@comptoir/ui/Popover'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createMediaQuery } from './create-media-query.ts'
import { useInbox } from './inbox-context.ts'
import { ViewList } from './ViewList.tsx'
import { useViewName } from './views.ts'
import './ViewTitle.css'

/** What the list shows; where the navigation has no room for the views, the way to the others. */
export function ViewTitle() {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const nameOf = useViewName(workspace)
  const name = () => (inbox.list() === null ? t('inbox.title') : (inbox.savedView()?.name ?? nameOf(inbox.view())))
  const isWide = createMediaQuery('(min-width: 1280px)')
  const words = () => (
    <>
      <span class="truncate">{name()}</span>
      <Show when={inbox.size().n > 0}>
        <span class="view-title-count num">
          {format().number(inbox.size().n)}
          {inbox.size().more ? '+' : ''}
        </span>
      </Show>
    </>
  )
  return (
    <h1 class="view-title">
      <Show when={!isWide()} fallback={<span class="view-title-words">{words()}</span>}>
        <Popover
          label={t('views.choose')}
          trigger={(bind) => (
            <button {...bind} type="button" class="view-title-words view-title-button">
              {words()}
              <ChevronDown aria-hidden="true" />
            </button>
          )}
        >
          {(close) => <ViewList onPick={close} />}
        </Popover>
      </Show>
    </h1>
  )
}
