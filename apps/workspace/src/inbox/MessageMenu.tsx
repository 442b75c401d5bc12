import Ellipsis from 'lucide-solid/icons/ellipsis'
import ListEnd from 'lucide-solid/icons/list-end'
import Split from 'lucide-solid/icons/split'
import { Show } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { createMergingActs } from './merging/create-merging-acts.ts'

/** What can be done with one message. */
export function MessageMenu(props: { message: MessageItem }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const here = useConversation()
  const { split } = createMergingActs()
  const entries = (): MenuEntry[] => {
    if (!workspace.isTeam() || here.opened().conversation.state === 'deleted') return []
    return [
      {
        label: t('inbox.merging.split_alone'),
        icon: <Split aria-hidden="true" />,
        onSelect: () => void split(here.id, props.message.id, 'alone'),
      },
      {
        label: t('inbox.merging.split_onwards'),
        icon: <ListEnd aria-hidden="true" />,
        onSelect: () => void split(here.id, props.message.id, 'onwards'),
      },
    ]
  }
  return (
    <Show when={entries().length > 0}>
      <Menu
        place="bottom-end"
        trigger={(bind) => (
          <IconButton {...bind} class="message-menu" size="sm" label={t('inbox.message.more')}>
            <Ellipsis />
          </IconButton>
        )}
        entries={entries()}
      />
    </Show>
  )
}
