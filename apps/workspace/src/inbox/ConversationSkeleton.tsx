import { Index, Show } from 'solid-js'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'
import './ConversationPane.css'

const lines = [3, 2, 4, 1]

/** A conversation that will come, under what the list already knows of it. */
export function ConversationSkeleton(props: { conversationId: string }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const row = () => {
    const list = inbox.live.lists.state(inbox.view())
    return list.is === 'ready' ? list.slice.rows.find((one) => one.id === props.conversationId) : undefined
  }
  return (
    <div class="conversation-pane">
      <section class="conversation" aria-label={t('inbox.conversation.label')} aria-busy="true">
        <PageHeader
          title={row()?.subject ?? '\u00a0'}
          subtitle={row()?.clientName ?? '\u00a0'}
          back={{ label: t('inbox.back'), href: inbox.hrefOfList() }}
        />
        <div class="conversation-skeleton" role="status" aria-label={t('inbox.conversation.loading')}>
          <Index each={lines}>{(count) => <SkeletonLines lines={count()} />}</Index>
        </div>
      </section>
      <Show when={row()}>
        <div class="conversation-card" />
      </Show>
    </div>
  )
}
