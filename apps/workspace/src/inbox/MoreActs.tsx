import Ban from 'lucide-solid/icons/ban'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Forward from 'lucide-solid/icons/forward'
import Link2 from 'lucide-solid/icons/link-2'
import Mail from 'lucide-solid/icons/mail'
import Merge from 'lucide-solid/icons/merge'
import Printer from 'lucide-solid/icons/printer'
import Split from 'lucide-solid/icons/split'
import Trash from 'lucide-solid/icons/trash'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useKeysOf } from '../app/use-key-caps.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { createAssignees } from './create-assignees.ts'
import { useInbox } from './inbox-context.ts'
import { usePrint } from './use-print.ts'

/** What is seldom done, and on a phone all that its header has no room for. */
export function MoreActs(props: { room: 'phone' | 'desk' }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  const assignees = createAssignees()
  const print = usePrint()
  const keysOf = useKeysOf()
  const onPhone = (): MenuEntry[] => [
    {
      label: t('inbox.acts.mark_unread'),
      icon: <Mail aria-hidden="true" />,
      onSelect: () => inbox.acts.markUnread(here.id),
    },
    ...(workspace.isTeam()
      ? ([
          'separator',
          assignees(),
          { label: t('confide.with_note'), onSelect: () => inbox.confide({ conversationId: here.id }) },
        ] as const)
      : []),
    'separator',
  ]
  const forAll = (): MenuEntry[] => [
    {
      label: t('inbox.message.forward_all'),
      icon: <Forward aria-hidden="true" />,
      shortcut: keysOf('forward'),
      onSelect: () => inbox.writeLetter({ conversationId: here.id, about: { is: 'conversation' } }),
    },
    {
      label: t('inbox.message.print_all'),
      icon: <Printer aria-hidden="true" />,
      shortcut: keysOf('print'),
      onSelect: () => void print({ inside: 'hidden' }),
    },
    {
      label: t('inbox.message.print_inside'),
      icon: <Printer aria-hidden="true" />,
      onSelect: () => void print({ inside: 'shown' }),
    },
    ...(forTeam().length > 0 ? (['separator'] as const) : []),
  ]
  const forTeam = (): MenuEntry[] => {
    if (!workspace.isTeam()) return []
    const { recipient, conversation } = here.opened()
    const remove = {
      label: t('inbox.acts.delete'),
      icon: <Trash aria-hidden="true" />,
      shortcut: keysOf('delete'),
      onSelect: () => inbox.acts.remove(here.id),
    }
    const block = recipient && {
      label: t('inbox.acts.block'),
      detail: recipient,
      icon: <Ban aria-hidden="true" />,
      onSelect: () => inbox.acts.block(here.id, recipient),
    }
    if (conversation.state === 'deleted') return block ? [block] : []
    const together: MenuEntry[] = [
      {
        label: t('inbox.merging.merge'),
        icon: <Merge aria-hidden="true" />,
        shortcut: keysOf('merge'),
        onSelect: () => inbox.merge({ conversationId: here.id }),
      },
      {
        label: t('inbox.merging.split'),
        icon: <Split aria-hidden="true" />,
        shortcut: keysOf('split'),
        onSelect: () => inbox.split(here.id),
      },
      {
        label: t('inbox.merging.link'),
        icon: <Link2 aria-hidden="true" />,
        shortcut: keysOf('link'),
        onSelect: () => inbox.link(here.id),
      },
      'separator',
    ]
    return [...together, remove, ...(block ? [block] : [])]
  }
  return (
    <Menu
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} label={t('inbox.acts.more')}>
          <Ellipsis />
        </IconButton>
      )}
      entries={[...(props.room === 'phone' ? onPhone() : []), ...forAll(), ...forTeam()]}
    />
  )
}
