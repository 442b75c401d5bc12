import UserCheck from 'lucide-solid/icons/user-check'
import UserPlus from 'lucide-solid/icons/user-plus'
import { Show } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useKeysOf } from '../app/use-key-caps.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { createAssignees } from './create-assignees.ts'
import { useInbox } from './inbox-context.ts'

/** Whose conversation it is, and the choice of another. */
export function AssigneeMenu() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  const assignees = createAssignees()
  const keysOf = useKeysOf()
  const assigneeId = () => here.opened().conversation.assigneeId
  const label = () => {
    const id = assigneeId()
    return id ? t('inbox.acts.assigned_to', { name: workspace.memberName(id) }) : t('inbox.acts.assign')
  }
  return (
    <Menu
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} data-opens="assignees" label={label()} shortcut={keysOf('assign')}>
          <Show when={assigneeId()} fallback={<UserPlus />}>
            <UserCheck class="assignee-chosen" />
          </Show>
        </IconButton>
      )}
      entries={[
        assignees(),
        'separator',
        { label: t('confide.with_note'), onSelect: () => inbox.confide({ conversationId: here.id }) },
      ]}
    />
  )
}
