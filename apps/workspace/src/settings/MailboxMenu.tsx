import Ellipsis from 'lucide-solid/icons/ellipsis'
import Folders from 'lucide-solid/icons/folders'
import Pause from 'lucide-solid/icons/pause'
import Pencil from 'lucide-solid/icons/pencil'
import Play from 'lucide-solid/icons/play'
import Signature from 'lucide-solid/icons/signature'
import Star from 'lucide-solid/icons/star'
import Trash from 'lucide-solid/icons/trash'
import Unplug from 'lucide-solid/icons/unplug'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'
import { useMailboxCommands } from './mailbox-commands.ts'
import type { MailboxTask } from './Mailboxes.tsx'

export function MailboxMenu(props: { mailbox: MailboxView; onTask: (task: MailboxTask) => void }) {
  const { t } = useLanguage()
  const commands = useMailboxCommands()
  const run = (command: { run: (mailbox: MailboxView) => Promise<void> }) => () => void command.run(props.mailbox)
  const entries = (): MenuEntry[] => [
    {
      label: t('mailboxes.change'),
      icon: <Pencil />,
      onSelect: () => props.onTask({ is: 'change', id: props.mailbox.id }),
    },
    ...(props.mailbox.imap
      ? [
          {
            label: t('mailboxes.folders'),
            icon: <Folders />,
            onSelect: () => props.onTask({ is: 'folders', id: props.mailbox.id }),
          },
        ]
      : []),
    ...(props.mailbox.ownerId === null
      ? [
          {
            label: t('signatures.act'),
            icon: <Signature />,
            onSelect: () => props.onTask({ is: 'signature', id: props.mailbox.id }),
          },
        ]
      : []),
    {
      label: t('mailboxes.make_default'),
      detail: t('mailboxes.make_default_hint'),
      icon: <Star />,
      disabled: props.mailbox.isDefault || props.mailbox.ownerId !== null,
      onSelect: run(commands.makeDefault),
    },
    props.mailbox.state === 'paused'
      ? { label: t('mailboxes.resume'), icon: <Play />, onSelect: run(commands.resume) }
      : {
          label: t('mailboxes.pause'),
          detail: t('mailboxes.pause_hint'),
          icon: <Pause />,
          onSelect: run(commands.pause),
        },
    'separator',
    ...(props.mailbox.carrier === 'smtp'
      ? [
          {
            label: t('mailboxes.disconnect'),
            detail: t('mailboxes.disconnect_hint'),
            icon: <Unplug />,
            onSelect: run(commands.disconnect),
          },
        ]
      : []),
    { label: t('mailboxes.remove'), icon: <Trash />, tone: 'danger', onSelect: run(commands.remove) },
  ]
  return (
    <Menu
      entries={entries()}
      trigger={(bind) => (
        <IconButton {...bind} label={t('settings.acts_on', { name: props.mailbox.name })}>
          <Ellipsis />
        </IconButton>
      )}
    />
  )
}
