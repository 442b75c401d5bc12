import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Avatar } from '@comptoir/ui/Avatar'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createClientSearch } from '../inbox/create-client-search.ts'
import { liveClientsOf } from '../live/live-clients.ts'
import './AlikeClients.css'

/** Who has this address or this number already, so that nobody is added twice; a family may share one. */
export function AlikeClients(props: { email: string; phone: string; onPick: () => void }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const { api } = liveClientsOf(workspace)
  const found = createClientSearch(
    () => `${props.email.trim()}\n${props.phone.trim()}`,
    async () => (props.email || props.phone ? api.alike(props.email.trim(), props.phone.trim()) : []),
  )
  return (
    <div class="alike" role="status">
      <Show when={found()?.length}>
        <div class="alike-clients">
          <p>{t('card.alike')}</p>
          <ul>
            <For each={found()}>
              {(client) => (
                <li>
                  <A
                    class="alike-client"
                    href={`/w/${workspace.slug}/clients/${client.id}`}
                    onClick={() => props.onPick()}
                  >
                    <Avatar size="sm" name={client.name} seed={client.id} />
                    <span class="truncate">
                      <strong>{client.name}</strong>{' '}
                      {[client.company, client.email, client.town].filter(Boolean).join(' · ')}
                    </span>
                  </A>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </div>
  )
}
