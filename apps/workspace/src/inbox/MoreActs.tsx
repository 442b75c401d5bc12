import Ellipsis from 'lucide-solid/icons/ellipsis'
import Mail from 'lucide-solid/icons/mail'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { createAssignees } from './create-assignees.ts'
import { useInbox } from './inbox-context.ts'

/** What a phone's header has no room for. */
export function MoreActs() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  const assignees = createAssignees()
  return (
    <Menu
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} label={t('inbox.acts.more')}>
          <Ellipsis />
        </IconButton>
      )}
      entries={[
        {
          label: t('inbox.acts.mark_unread'),
          icon: <Mail aria-hidden="true" />,
          onSelect: () => inbox.acts.markUnread(here.id),
        },
        ...(workspace.isTeam() ? (['separator', assignees()] as const) : []),
      ]}
    />
  )
}
