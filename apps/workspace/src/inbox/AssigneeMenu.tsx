import UserCheck from 'lucide-solid/icons/user-check'
import UserPlus from 'lucide-solid/icons/user-plus'
import { Show } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { createAssignees } from './create-assignees.ts'
import { useInbox } from './inbox-context.ts'

/** Opens the menu for a key that was pressed elsewhere. */
export function openAssigneeMenu() {
  const button = document.querySelector<HTMLElement>('[data-opens="assignees"]')
  button?.focus()
  // The first opening listens to presses, the later ones to keys.
  button?.click()
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
}

/** Whose conversation it is, and the choice of another. */
export function AssigneeMenu() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  const assignees = createAssignees()
  const assigneeId = () => here.opened().conversation.assigneeId
  const label = () => {
    const id = assigneeId()
    return id ? t('inbox.acts.assigned_to', { name: workspace.memberName(id) }) : t('inbox.acts.assign')
  }
  return (
    <Menu
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} data-opens="assignees" label={label()} shortcut="A">
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
