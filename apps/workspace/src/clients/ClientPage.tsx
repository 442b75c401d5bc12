import { useParams } from '@solidjs/router'
import MailPlus from 'lucide-solid/icons/mail-plus'
import SearchX from 'lucide-solid/icons/search-x'
import { createEffect, createMemo, For, Match, Show, Switch } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { Refused } from '@comptoir/wire/ask'
import { CouldNot } from '../app/Fetched.tsx'
import { useLanguage } from '../app/create-language.ts'
import { useOverlays } from '../app/create-overlays.ts'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveClientsOf } from '../live/live-clients.ts'
import ClientCard from './ClientCard.tsx'
import { foundOf } from './found-of.ts'
import '../app/Page.css'
import './ClientPage.css'

/** The card of one client on a page of its own, also of one nobody has written to yet. */
export default function ClientPage() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const overlays = useOverlays()
  const params = useParams<{ clientId: string }>()
  const { cards } = liveClientsOf(workspace)
  createEffect(() => cards.open(params.clientId))
  const state = () => cards.state(params.clientId)
  const client = () => {
    const now = state()
    return now.is === 'ready' ? now.slice.client : undefined
  }
  // Only the id makes a new card: an event must not take away what is being written.
  const shownId = createMemo(() => client()?.id)
  const failure = () => {
    const now = state()
    return now.is === 'failed' && !(now.error instanceof Refused && now.error.code === 'not_found') ? now : undefined
  }
  const isGone = () => state().is === 'gone' || (state().is === 'failed' && !failure())
  usePageTitle(() => client()?.name ?? t('clients.card'))
  return (
    <div class="client-page">
      <PageHeader
        title={client()?.name ?? ''}
        back={{ label: t('inbox.back'), href: `/w/${workspace.slug}/inbox` }}
        actions={
          <Show when={workspace.isTeam() && client()}>
            {(one) => (
              <Button
                tone="primary"
                icon={<MailPlus aria-hidden="true" />}
                onClick={() => overlays.writeTo(foundOf(one()))}
              >
                {t('card.write')}
              </Button>
            )}
          </Show>
        }
      />
      <div class="client-page-body" role="group" aria-label={t('clients.card')} tabindex="0">
        <Switch fallback={<SkeletonLines lines={8} />}>
          <Match when={failure()}>
            {(failed) => <CouldNot error={failed().error} retry={() => cards.retry(params.clientId)} />}
          </Match>
          <Match when={isGone()}>
            <EmptyState
              icon={<SearchX />}
              title={t('card.gone_title')}
              text={t('card.gone_text')}
              action={<LinkButton href={`/w/${workspace.slug}/inbox`}>{t('inbox.back')}</LinkButton>}
            />
          </Match>
          <Match when={shownId()}>
            <For each={[shownId()]}>{() => <Show when={client()}>{(one) => <ClientCard client={one()} />}</Show>}</For>
          </Match>
        </Switch>
      </div>
    </div>
  )
}
