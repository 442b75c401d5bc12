import Link2 from 'lucide-solid/icons/link-2'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { A } from '@solidjs/router'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useConversation } from '../conversation-context.ts'
import { useInbox } from '../inbox-context.ts'
import { createMergingActs } from './create-merging-acts.ts'
import './LinkedRow.css'

/** The conversations that belong with the one that is open. */
export default function LinkedRow() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  const acts = createMergingActs()
  const clientId = () => here.opened().conversation.clientId
  return (
    <div class="linked-row">
      <Link2 aria-hidden="true" />
      <span class="linked-row-label">{t('merging.linked_with')}</span>
      <ul>
        <For each={here.opened().linked}>
          {(one) => (
            <li>
              <A href={inbox.hrefOf(one.id)}>
                {one.subject || t('inbox.list.no_subject')}
                <Show when={one.clientId !== clientId()}> · {one.clientName}</Show>
              </A>
              <Show when={workspace.isTeam()}>
                <IconButton
                  size="sm"
                  label={t('merging.unlink', { name: one.subject || t('inbox.list.no_subject') })}
                  onClick={() => void acts.unlink(here.id, one.id)}
                >
                  <X />
                </IconButton>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
