import { A } from '@solidjs/router'
import { createEffect, For, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useNow } from '../inbox/use-now.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import './OtherConversations.css'

/** What else there is with this client, live like every list. */
export function OtherConversations(props: { clientId: string; conversationId: string | undefined }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const live = liveInboxOf(workspace)
  const hrefOf = (id: string) => `/w/${workspace.slug}/inbox/c/${id}`
  const now = useNow()
  createEffect(() => live.ofClient.open(props.clientId))
  const list = () => {
    const state = live.ofClient.state(props.clientId)
    return state.is === 'ready' ? state.slice : undefined
  }
  const failed = () => live.ofClient.state(props.clientId).is === 'failed'
  const rows = () => list()?.rows.filter((row) => row.id !== props.conversationId) ?? []
  return (
    <section class="client-section" aria-label={t('clients.conversations')}>
      <h3 class="client-section-title">{t('clients.conversations')}</h3>
      <Show
        when={list()}
        fallback={
          <Show when={failed()} fallback={<SkeletonLines lines={2} />}>
            <div>
              <Button size="sm" onClick={() => live.ofClient.retry(props.clientId)}>
                {t('common.retry')}
              </Button>
            </div>
          </Show>
        }
      >
        {(page) => (
          <>
            <Show
              when={rows().length > 0}
              fallback={
                <p class="client-empty">
                  {t(props.conversationId ? 'clients.no_conversations' : 'card.no_conversations')}
                </p>
              }
            >
              <ul class="other-conversations">
                <For each={rows()}>
                  {(row) => (
                    <li>
                      <A class="other-conversation" href={hrefOf(row.id)}>
                        <span class="other-conversation-subject truncate">
                          {row.subject || t('inbox.list.no_subject')}
                        </span>
                        <time class="num" datetime={row.lastAt}>
                          {format().when(row.lastAt, now())}
                        </time>
                        <span class="other-conversation-preview truncate">{row.lastPreview}</span>
                        <Show when={row.state === 'archived'}>
                          <Tag>{t('inbox.conversation.archived_state')}</Tag>
                        </Show>
                      </A>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={page().next}>
              <div>
                <Button size="sm" onClick={() => void live.moreOfClient.ask(props.clientId)}>
                  {t('clients.more_conversations')}
                </Button>
              </div>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
