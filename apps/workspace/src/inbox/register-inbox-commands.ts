import BellPlus from 'lucide-solid/icons/bell-plus'
import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import ListFilter from 'lucide-solid/icons/list-filter'
import MailPlus from 'lucide-solid/icons/mail-plus'
import MailOpen from 'lucide-solid/icons/mail'
import Trash from 'lucide-solid/icons/trash'
import { createComponent } from 'solid-js'
import type { BulkAct } from '@comptoir/contract/bulk'
import { registerCommand } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { openFilters } from './filters/FilterButton.tsx'
import { openRemind } from './reminders/open-remind.ts'
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
  const isChoosing = () => !inbox.selection.isEmpty()
  /** To those that are chosen; where none is, to the one that is open. */
  const onChosen = (toAll: BulkAct, toOne: (conversationId: string) => void) => () => {
    const conversation = opened()
    if (isChoosing()) inbox.actOnSelection(toAll)
    else if (conversation) toOne(conversation.id)
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
    when: () => (isChoosing() ? inbox.view() !== 'archived' : opened()?.state === 'open'),
    run: onChosen({ is: 'archive' }, inbox.acts.archive),
  })
  registerCommand({
    id: 'reopen',
    label: () => t('inbox.acts.reopen'),
    group,
    icon: () => createComponent(ArchiveRestore, {}),
    keys: 'e',
    when: () => (isChoosing() ? inbox.view() === 'archived' : opened()?.state === 'archived'),
    run: onChosen({ is: 'reopen' }, inbox.acts.reopen),
  })
  registerCommand({
    id: 'remind',
    label: () => t('inbox.reminder.set'),
    group,
    icon: () => createComponent(BellPlus, {}),
    keys: 'h',
    when: () => (isChoosing() ? inbox.view() !== 'deleted' : opened() !== undefined && opened()?.state !== 'deleted'),
    run: openRemind,
  })
  registerCommand({
    id: 'mark-unread',
    label: () => t('inbox.acts.mark_unread'),
    group,
    icon: () => createComponent(MailOpen, {}),
    keys: 'u',
    when: () => isChoosing() || opened() !== undefined,
    run: onChosen({ is: 'unread' }, inbox.acts.markUnread),
  })
  registerCommand({
    id: 'delete',
    label: () => t('inbox.acts.delete'),
    group,
    icon: () => createComponent(Trash, {}),
    keys: '#',
    when: () => workspace.isTeam() && (isChoosing() || (opened() !== undefined && opened()?.state !== 'deleted')),
    run: onChosen({ is: 'delete' }, inbox.acts.remove),
  })
  registerCommand({
    id: 'filter',
    label: () => t('filters.label'),
    group,
    icon: () => createComponent(ListFilter, {}),
    keys: 'f',
    when: () => !isChoosing(),
    run: openFilters,
  })
  registerCommand({
    id: 'choose-none',
    label: () => t('bulk.clear'),
    group,
    keys: 'Escape',
    shown: 'keys',
    when: isChoosing,
    run: inbox.selection.clear,
  })
  registerCommand({
    id: 'close-conversation',
    label: () => t('inbox.acts.close'),
    group,
    keys: 'Escape',
    shown: 'keys',
    when: () => !isChoosing() && inbox.selectedId() !== undefined,
    run: inbox.close,
  })
}
