import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { registerActions } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import { BlockedSenders } from './BlockedSenders.tsx'
import type { ConnectDraft } from './connect/connect-draft.ts'
import { takeWayBack, type WayBack } from './connect/way-back.ts'
import { MailboxCard } from './MailboxCard.tsx'
import { SigningCard } from './SigningCard.tsx'
import './Mailboxes.css'

const MailboxDialog = lazy(() => import('./MailboxDialog.tsx'))
const FoldersDialog = lazy(() => import('./FoldersDialog.tsx'))
const MailboxSignatureDialog = lazy(() => import('../signatures/MailboxSignatureDialog.tsx'))
const ConnectFlow = lazy(() => import('./connect/ConnectFlow.tsx'))

/** What is being done in a dialog, and to which mailbox. */
export type MailboxTask =
  | { is: 'add' }
  | { is: 'change' | 'connect' | 'folders' | 'signature'; id: string }
  /** Back from the page of a provider, with what was begun before. */
  | { is: 'back'; draft: ConnectDraft; back: WayBack }

/** The addresses clients write to, and how mail leaves from each. */
export default function Mailboxes() {
  const { t } = useLanguage()
  const mailboxes = createMailboxes()
  const [task, setTask] = createSignal<MailboxTask | undefined>(takeWayBack())
  const about = (is: 'change' | 'connect' | 'folders' | 'signature') => {
    const now = task()
    return now?.is === is && 'id' in now ? mailboxes.mailbox(now.id) : undefined
  }
  const backTask = () => {
    const now = task()
    return now?.is === 'back' && now
  }
  const close = () => setTask(undefined)
  registerActions({ 'add-mailbox': () => setTask({ is: 'add' }) })
  usePageTitle(() => t('mailboxes.title'))
  return (
    <div class="page-body">
      <div class="mailboxes-head">
        <p class="page-text">{t('mailboxes.text')}</p>
        <Button tone="primary" icon={<Plus />} onClick={() => setTask({ is: 'add' })}>
          {t('mailboxes.add')}
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
      <Show when={mailboxes.fetched.value()}>{(state) => <SigningCard mailboxes={state().mailboxes} />}</Show>
      <BlockedSenders />
      {/* The page stays while the code of a dialog is on its way. */}
      <Suspense>
        <Show when={task()?.is === 'add'}>
          <ConnectFlow close={close} />
        </Show>
        <Show when={backTask()}>{(now) => <ConnectFlow of={now().draft} back={now().back} close={close} />}</Show>
        <Show when={about('change')}>{(mailbox) => <MailboxDialog mailbox={mailbox()} close={close} />}</Show>
        <Show when={about('folders')}>{(mailbox) => <FoldersDialog mailbox={mailbox()} close={close} />}</Show>
        <Show when={about('signature')}>
          {(mailbox) => <MailboxSignatureDialog mailbox={mailbox()} close={close} />}
        </Show>
        <Show when={about('connect')}>{(mailbox) => <ConnectFlow of={mailbox()} close={close} />}</Show>
      </Suspense>
    </div>
  )
}
