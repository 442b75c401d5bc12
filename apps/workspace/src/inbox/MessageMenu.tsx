import Ellipsis from 'lucide-solid/icons/ellipsis'
import FileCode from 'lucide-solid/icons/file-code'
import Forward from 'lucide-solid/icons/forward'
import ListEnd from 'lucide-solid/icons/list-end'
import Printer from 'lucide-solid/icons/printer'
import Reply from 'lucide-solid/icons/reply'
import Split from 'lucide-solid/icons/split'
import { createSignal, Show, Suspense } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'
import { createMergingActs } from './merging/create-merging-acts.ts'
import { usePrint } from './use-print.ts'

const OriginalDialog = lazyWithWords(() => import('./OriginalDialog.tsx'))

/** What can be done with one message. */
export function MessageMenu(props: { message: MessageItem }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const here = useConversation()
  const workspace = useWorkspace()
  const { split } = createMergingActs()
  const print = usePrint()
  const [original, setOriginal] = createSignal<'open' | 'closed'>('closed')
  /** Came as a mail, which is kept as it was. */
  const isMail = () =>
    props.message.channel === 'email' && (props.message.direction === 'in' || props.message.written === 'elsewhere')
  const write = (is: 'message' | 'answer') =>
    inbox.writeLetter({ conversationId: here.id, about: { is, messageId: props.message.id } })
  const entries = (): MenuEntry[] => [
    ...(props.message.party === 'outsider' && props.message.direction === 'in'
      ? [
          {
            label: t('inbox.message.answer_outsider', { name: props.message.authorName }),
            icon: <Reply aria-hidden="true" />,
            onSelect: () => write('answer'),
          },
        ]
      : []),
    {
      label: t('inbox.message.forward'),
      icon: <Forward aria-hidden="true" />,
      onSelect: () => write('message'),
    },
    ...(isMail()
      ? [
          {
            label: t('inbox.message.original'),
            icon: <FileCode aria-hidden="true" />,
            onSelect: () => setOriginal('open'),
          },
        ]
      : []),
    {
      label: t('inbox.message.print'),
      icon: <Printer aria-hidden="true" />,
      onSelect: () => void print({ messageId: props.message.id, inside: 'shown' }),
    },
    ...apart(),
  ]
  const apart = (): MenuEntry[] => {
    if (!workspace.isTeam() || here.opened().conversation.state === 'deleted') return []
    return [
      'separator',
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
    <span class="message-menu">
      <Menu
        place={props.message.direction === 'in' ? 'bottom-start' : 'bottom-end'}
        trigger={(bind) => (
          <IconButton {...bind} size="sm" label={t('inbox.message.more')}>
            <Ellipsis />
          </IconButton>
        )}
        entries={entries()}
      />
      <Show when={original() === 'open'}>
        <Suspense>
          <OriginalDialog message={props.message} onDone={() => setOriginal('closed')} />
        </Suspense>
      </Show>
    </span>
  )
}
