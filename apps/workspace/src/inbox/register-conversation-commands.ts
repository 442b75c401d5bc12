import Reply from 'lucide-solid/icons/reply'
import StickyNote from 'lucide-solid/icons/sticky-note'
import UserPlus from 'lucide-solid/icons/user-plus'
import { createComponent } from 'solid-js'
import { registerCommand } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { openAssigneeMenu } from './AssigneeMenu.tsx'

/** What can be done in the conversation that is open. */
export function registerConversationCommands() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const { composer } = useConversation()
  const group = () => t('inbox.acts.group')
  registerCommand({
    id: 'reply',
    label: () => t('inbox.acts.reply'),
    group,
    icon: () => createComponent(Reply, {}),
    keys: 'r',
    run: () => composer.write('reply'),
  })
  registerCommand({
    id: 'note',
    label: () => t('inbox.acts.note'),
    group,
    icon: () => createComponent(StickyNote, {}),
    keys: 'n',
    run: () => composer.write('note'),
  })
  registerCommand({
    id: 'assign',
    label: () => t('inbox.acts.assign'),
    group,
    icon: () => createComponent(UserPlus, {}),
    keys: 'a',
    when: workspace.isTeam,
    run: openAssigneeMenu,
  })
}
