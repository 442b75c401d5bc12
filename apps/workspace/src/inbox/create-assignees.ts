import { createMemo } from 'solid-js'
import type { MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'

/** To whom a conversation can be given, as entries of a menu: oneself, the others by name, nobody. */
export function createAssignees(): () => Extract<MenuEntry, { choices: unknown }> {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  return createMemo(() => {
    const me = workspace.me().userId
    const others = Object.values(workspace.members)
      .filter((member) => member.state === 'active' && member.userId !== me)
      .sort((a, b) => a.name.localeCompare(b.name, locale()))
    return {
      label: t('inbox.acts.assign'),
      value: here.opened().conversation.assigneeId ?? '',
      onChange: (value: string) => inbox.acts.assign(here.id, value || null),
      choices: [
        { value: me, label: t('inbox.acts.me', { name: workspace.me().name }) },
        ...others.map((member) => ({ value: member.userId, label: member.name })),
        { value: '', label: t('inbox.acts.unassigned') },
      ],
    }
  })
}
