import { createEffect, createMemo, Match, on, Show, Switch, untrack } from 'solid-js'
import SearchX from 'lucide-solid/icons/search-x'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { Refused } from '@comptoir/wire/ask'
import { useLanguage } from '../app/create-language.ts'
import { CouldNot } from '../app/Fetched.tsx'
import { Conversation } from './Conversation.tsx'
import { ConversationSkeleton } from './ConversationSkeleton.tsx'
import { useInbox } from './inbox-context.ts'
import './ConversationPane.css'

/** The conversation an address names: fetched, kept live, or the reason why it is not there. */
export default function ConversationPane(props: { conversationId: string }) {
  const inbox = useInbox()
  const { opened } = inbox.live
  const state = () => opened.state(props.conversationId)
  // Only the id makes a new pane: an event must not take away what is being written.
  const readyId = createMemo(() => (state().is === 'ready' ? props.conversationId : undefined))
  const failure = createMemo(() => {
    const now = state()
    if (now.is === 'gone') return { is: 'gone' } as const
    if (now.is !== 'failed') return undefined
    const isMissing =
      now.error instanceof Refused && now.error.code === 'not_found' && !now.error.body.details?.['intoId']
    return isMissing ? ({ is: 'gone' } as const) : ({ is: 'failed', error: now.error } as const)
  })
  /** Where it went, if it was merged into another. */
  const intoId = createMemo(() => {
    const why = failure()
    const into = why?.is === 'failed' && why.error instanceof Refused && why.error.body.details?.['intoId']
    return typeof into === 'string' ? into : undefined
  })
  createEffect(() => {
    const id = intoId()
    if (id) untrack(() => inbox.leadTo(id))
  })
  // It went while it was open: why, the server says.
  createEffect(() => state().is === 'gone' && untrack(() => opened.retry(props.conversationId)))
  createEffect(
    on(
      () => props.conversationId,
      (id) => {
        inbox.acts.reopenedByReader(id)
        opened.open(id)
      },
    ),
  )
  return (
    <Switch fallback={<ConversationSkeleton conversationId={props.conversationId} />}>
      <Match when={!intoId() && failure()}>
        {(why) => (
          <section class="conversation-missing">
            <Failure why={why()} retry={() => opened.retry(props.conversationId)} />
          </section>
        )}
      </Match>
      <Match when={readyId()}>
        <Show when={readyId()} keyed>
          {(id) => <Conversation id={id} />}
        </Show>
      </Match>
    </Switch>
  )
}

function Failure(props: { why: { is: 'gone' } | { is: 'failed'; error: unknown }; retry: () => void }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const failed = () => props.why.is === 'failed' && props.why
  return (
    <Show
      when={failed()}
      fallback={
        <EmptyState
          icon={<SearchX />}
          title={t('inbox.conversation.gone_title')}
          text={t('inbox.conversation.gone_text')}
          action={<LinkButton href={inbox.hrefOfList()}>{t('inbox.back')}</LinkButton>}
        />
      }
    >
      {(one) => <CouldNot error={one().error} retry={props.retry} />}
    </Show>
  )
}
