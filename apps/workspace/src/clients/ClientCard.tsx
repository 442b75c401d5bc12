import { createSignal, Match, Show, Switch } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Avatar } from '@comptoir/ui/Avatar'
import { Tabs } from '@comptoir/ui/Tabs'
import { Tag } from '@comptoir/ui/Tag'
import { registerCommand } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { useOverlays } from '../app/create-overlays.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { ClientFiles } from './ClientFiles.tsx'
import { ClientInfos } from './ClientInfos.tsx'
import { ClientNotes } from './ClientNotes.tsx'
import { createSetup } from './create-setup.ts'
import { foundOf } from './found-of.ts'
import { OtherConversations } from './OtherConversations.tsx'
import './ClientCard.css'

type Part = 'infos' | 'notes' | 'conversations' | 'files'

/** Who the client is, how to reach them, what the team knows, what else was said, and what was sent. */
export default function ClientCard(props: {
  client: ClientView
  /** Beside which conversation it stands. */
  conversationId?: string
}) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const overlays = useOverlays()
  // One card is beside the page and one over it: whichever is there makes the same.
  registerCommand({
    id: 'write-to-client',
    label: () => t('card.write_to', { name: props.client.name }),
    group: () => t('clients.card'),
    makes: 'new',
    when: () => workspace.isTeam() && !workspace.viewing,
    run: () => overlays.writeTo(foundOf(props.client)),
  })
  const setup = createSetup()
  const [part, setPart] = createSignal<Part>('infos')
  const about = () => [props.client.company, props.client.town].filter(Boolean).join(' · ')
  const tabs = () =>
    (['infos', 'notes', 'conversations', 'files'] as const).map((value) => ({
      value,
      label: t(`card.tabs.${value}`),
      count: value === 'notes' && props.client.notes.length > 0 ? props.client.notes.length : undefined,
    }))
  return (
    <div class="client-card">
      <header class="client-card-head">
        <Avatar size="lg" name={props.client.name} seed={props.client.id} />
        <div class="client-card-words">
          <h2 class="client-card-name">{[props.client.title, props.client.name].filter(Boolean).join(' ')}</h2>
          <Show when={about()}>
            <p class="client-card-about">{about()}</p>
          </Show>
          <Show when={setup.category(props.client.categoryId)}>
            {(category) => <Tag tone={category().tone}>{category().name}</Tag>}
          </Show>
        </div>
      </header>
      <Tabs label={t('clients.card')} tabs={tabs()} value={part()} onChange={setPart}>
        <div class="client-card-part">
          <Switch>
            <Match when={part() === 'infos'}>
              <ClientInfos client={props.client} onNotes={() => setPart('notes')} />
            </Match>
            <Match when={part() === 'notes'}>
              <ClientNotes client={props.client} />
            </Match>
            <Match when={part() === 'conversations'}>
              <OtherConversations clientId={props.client.id} conversationId={props.conversationId} />
            </Match>
            <Match when={part() === 'files'}>
              <ClientFiles clientId={props.client.id} />
            </Match>
          </Switch>
        </div>
      </Tabs>
    </div>
  )
}
