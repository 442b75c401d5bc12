import { useNavigate } from '@solidjs/router'
import { For } from 'solid-js'
import { Chip } from '@comptoir/ui/Chip'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'
import { viewsOf } from './views.ts'
import './ViewBar.css'

/** The views of the inbox with their numbers, all in sight whatever the width. */
export function ViewBar() {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const navigate = useNavigate()
  const views = () => viewsOf(workspace.isTeam() ? 'team' : 'delegate')
  return (
    <div class="view-bar" role="group" aria-label={t('inbox.views.label')}>
      <For each={views()}>
        {(view) => (
          <Chip
            pressed={inbox.view() === view}
            count={workspace.counts[view] ? format().number(workspace.counts[view]) : undefined}
            onClick={() => navigate(inbox.hrefOfView(view))}
          >
            {t(`inbox.views.${view}`)}
          </Chip>
        )}
      </For>
    </div>
  )
}
