import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import MailPlus from 'lucide-solid/icons/mail-plus'
import MailOpen from 'lucide-solid/icons/mail'
import { createComponent } from 'solid-js'
import { registerCommand } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'

/** What can be done from the keyboard and the palette wherever one is in the inbox. */
export function registerInboxCommands() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const group = () => t('inbox.title')
  const opened = () => {
    const id = inbox.selectedId()
    const state = id ? inbox.live.opened.state(id) : undefined
    return state?.is === 'ready' ? state.slice.conversation : undefined
  }
  const onOpened = (act: (conversationId: string) => void) => () => {
    const conversation = opened()
    if (conversation) act(conversation.id)
  }

  registerCommand({
    id: 'start-conversation',
    label: () => t('inbox.new_conversation'),
    group,
    icon: () => createComponent(MailPlus, {}),
    keys: 'c',
    when: workspace.isTeam,
    run: inbox.startConversation,
  })
  registerCommand({
    id: 'archive',
    label: () => t('inbox.acts.archive'),
    group,
    icon: () => createComponent(Archive, {}),
    keys: 'e',
    when: () => opened()?.state === 'open',
    run: onOpened(inbox.acts.archive),
  })
  registerCommand({
    id: 'reopen',
    label: () => t('inbox.acts.reopen'),
    group,
    icon: () => createComponent(ArchiveRestore, {}),
    keys: 'e',
    when: () => opened()?.state === 'archived',
    run: onOpened(inbox.acts.reopen),
  })
  registerCommand({
    id: 'mark-unread',
    label: () => t('inbox.acts.mark_unread'),
    group,
    icon: () => createComponent(MailOpen, {}),
    keys: 'u',
    when: () => opened() !== undefined,
    run: onOpened(inbox.acts.markUnread),
  })
  registerCommand({
    id: 'close-conversation',
    label: () => t('inbox.acts.close'),
    group,
    keys: 'Escape',
    shown: 'keys',
    when: () => inbox.selectedId() !== undefined,
    run: inbox.close,
  })
}
