import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, lazy, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { registerCommand } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import { BlockedSenders } from './BlockedSenders.tsx'
import { MailboxCard } from './MailboxCard.tsx'
import './Mailboxes.css'

const MailboxDialog = lazy(() => import('./MailboxDialog.tsx'))
const ConnectDialog = lazy(() => import('./ConnectDialog.tsx'))

/** What is being done in a dialog, and to which mailbox. */
export type MailboxTask = { is: 'add' } | { is: 'change'; id: string } | { is: 'connect'; id: string }

/** The addresses clients write to, and how mail leaves from each. */
export default function Mailboxes() {
  const { t } = useLanguage()
  const mailboxes = createMailboxes()
  const [task, setTask] = createSignal<MailboxTask>()
  const about = (is: 'change' | 'connect') => {
    const now = task()
    return now?.is === is && 'id' in now ? mailboxes.mailbox(now.id) : undefined
  }
  const close = () => setTask(undefined)
  registerCommand({
    id: 'add-mailbox',
    label: () => t('settings.mailbox_add'),
    group: () => t('shell.settings'),
    icon: () => <Plus />,
    keys: 'n',
    run: () => setTask({ is: 'add' }),
  })
  usePageTitle(() => t('settings.mailboxes'))
  return (
    <div class="page-body">
      <div class="mailboxes-head">
        <p class="page-text">{t('settings.mailboxes_text')}</p>
        <Button tone="primary" icon={<Plus />} onClick={() => setTask({ is: 'add' })}>
          {t('settings.mailbox_add')}
        </Button>
      </div>
      <Fetched of={mailboxes.fetched} loading={<SkeletonRows rows={2} label={t('common.loading')} />}>
        {() => (
          <For each={mailboxes.ids()}>
            {(id) => (
              <Show when={mailboxes.mailbox(id)}>
                {(mailbox) => <MailboxCard mailbox={mailbox()} onTask={setTask} />}
              </Show>
            )}
          </For>
        )}
      </Fetched>
      <BlockedSenders />
      <Show when={task()?.is === 'add'}>
        <MailboxDialog close={close} />
      </Show>
      <Show when={about('change')}>{(mailbox) => <MailboxDialog mailbox={mailbox()} close={close} />}</Show>
      <Show when={about('connect')}>{(mailbox) => <ConnectDialog mailbox={mailbox()} close={close} />}</Show>
    </div>
  )
}
