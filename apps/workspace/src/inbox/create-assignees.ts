import { createMemo } from 'solid-js'
import type { MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'
import { useAssignees } from './staff-by-name.ts'

/** To whom a conversation can be given, as entries of a menu: oneself, the others by name, nobody. */
export function createAssignees(): () => Extract<MenuEntry, { choices: unknown }> {
  const { t } = useLanguage()
  const people = useAssignees()
  const inbox = useInbox()
  const here = useConversation()
  return createMemo(() => {
    const [me, ...others] = people()
    return {
      label: t('inbox.acts.assign'),
      value: here.opened().conversation.assigneeId ?? '',
      onChange: (value: string) => inbox.assign({ conversationId: here.id }, value || null),
      choices: [
        { value: me!.userId, label: t('inbox.acts.me', { name: me!.label }) },
        ...others.map(({ userId, label }) => ({ value: userId, label })),
        { value: '', label: t('inbox.acts.unassigned') },
      ],
    }
  })
}
