import { createSignal, lazy, onMount, Show, Suspense, untrack } from 'solid-js'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { Composer } from './composer/Composer.tsx'
import { createFileDrop } from './composer/create-file-drop.ts'
import { ConversationContext } from './conversation-context.ts'
import { ConversationHeader } from './ConversationHeader.tsx'
import { createComposerHandle } from './create-composer-handle.ts'
import { createLook } from './create-look.ts'
import { createOpenedAsDone } from './create-opened-as-done.ts'
import { useInbox } from './inbox-context.ts'
import { registerConversationCommands } from './register-conversation-commands.ts'
import { Timeline } from './Timeline.tsx'

const ClientCard = lazyWithWords(() => import('../clients/ClientCard.tsx'))
const CardDrawer = lazyWithWords(() => import('../clients/ClientCardDrawer.tsx'))
const DueReminders = lazyWithWords(() => import('./reminders/DueReminders.tsx'))
const LinkedRow = lazyWithWords(() => import('./merging/LinkedRow.tsx'))
const KeptLine = lazy(() => import('../offline/KeptLine.tsx'))

/** An open conversation: what was said, what one writes, and the client. */
export function Conversation(props: { id: string }) {
  const language = useLanguage()
  const { t } = language
  const { live } = useInbox()
  const { viewing } = useWorkspace()
  // What may be refused here is said at once.
  onMount(() => void language.learnPages().catch(() => {}))
  const composer = createComposerHandle()
  const [card, setCard] = createSignal<'never' | 'open' | 'closed'>('never')
  const drop = createFileDrop((files) => composer.attach(files))
  const state = () => live.opened.state(props.id)
  // Shown only while it is ready; the last one serves while the pane is being taken away.
  let last = untrack(() => live.opened.peek(props.id))
  const opened = () => {
    const now = state()
    if (now.is === 'ready') last = now.slice
    if (!last) throw new Error('a conversation is drawn before it is there')
    return last
  }
  const asDone = createOpenedAsDone(opened)
  const trueAt = () => {
    const now = state()
    return now.is === 'ready' && now.trueAt
  }
  const due = () => asDone().reminders.filter((one) => one.state === 'due')
  createLook(() => props.id, composer.doing)
  // Another conversation is another pane: this one keeps its id.
  const here = { id: untrack(() => props.id), opened: asDone, composer }

  return (
    <ConversationContext.Provider value={here}>
      <Commands />
      <div class="conversation-pane" data-conversation-open>
        <section class="conversation" aria-label={t('inbox.conversation.label')} {...drop.handlers}>
          <ConversationHeader onCard={() => setCard('open')} />
          <Show when={opened().linked.length > 0}>
            <Suspense>
              <LinkedRow />
            </Suspense>
          </Show>
          <Show when={due().length > 0}>
            <Suspense>
              <DueReminders reminders={due()} />
            </Suspense>
          </Show>
          <Show when={trueAt()}>
            {(at) => (
              <Suspense>
                <KeptLine trueAt={at()} />
              </Suspense>
            )}
          </Show>
          <Timeline />
          <Show when={!viewing}>
            <Composer />
          </Show>
          <Show when={drop.isOver()}>
            <div class="conversation-drop">{t('inbox.composer.drop')}</div>
          </Show>
        </section>
        <aside class="conversation-card" aria-label={t('clients.card')}>
          <Suspense fallback={<SkeletonLines lines={8} />}>
            <ClientCard client={opened().client} conversationId={props.id} />
          </Suspense>
        </aside>
      </div>
      <Show when={card() !== 'never'}>
        <Suspense>
          <CardDrawer
            open={card() === 'open'}
            onOpenChange={(open) => setCard(open ? 'open' : 'closed')}
            client={opened().client}
            conversationId={props.id}
          />
        </Suspense>
      </Show>
    </ConversationContext.Provider>
  )
}

function Commands() {
  registerConversationCommands()
  return null
}
