import Pencil from 'lucide-solid/icons/pencil'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Avatar } from '@comptoir/ui/Avatar'
import { IconButton } from '@comptoir/ui/IconButton'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { ClientDetails } from './ClientDetails.tsx'
import { ClientNote } from './ClientNote.tsx'
import { ClientTags } from './ClientTags.tsx'
import { OtherConversations } from './OtherConversations.tsx'
import './ClientCard.css'

const EditClient = lazy(() => import('./EditClient.tsx'))

/** Who the client is, how to reach them, what the team knows, and what else was said. */
export function ClientCard(props: { client: ClientView; conversationId: string }) {
  const { t, format } = useLanguage()
  const [mode, setMode] = createSignal<'shown' | 'edited'>('shown')
  const about = () => [props.client.company, props.client.town].filter(Boolean).join(' · ')
  return (
    <div class="client-card">
      <header class="client-card-head">
        <Avatar size="lg" name={props.client.name} seed={props.client.id} />
        <div class="client-card-words">
          <h2 class="client-card-name">{props.client.name}</h2>
          <Show when={about()}>
            <p class="client-card-about">{about()}</p>
          </Show>
        </div>
        <Show when={mode() === 'shown'}>
          <IconButton size="sm" label={t('clients.edit')} onClick={() => setMode('edited')}>
            <Pencil />
          </IconButton>
        </Show>
      </header>
      <Show
        when={mode() === 'edited'}
        fallback={
          <>
            <ClientDetails client={props.client} onEdit={() => setMode('edited')} />
            <ClientTags client={props.client} />
            <ClientNote client={props.client} />
            <OtherConversations clientId={props.client.id} conversationId={props.conversationId} />
            <p class="client-card-since">{t('clients.since', { date: format().date(props.client.createdAt) })}</p>
          </>
        }
      >
        <Suspense fallback={<SkeletonLines lines={8} />}>
          <EditClient client={props.client} onDone={() => setMode('shown')} />
        </Suspense>
      </Show>
    </div>
  )
}
