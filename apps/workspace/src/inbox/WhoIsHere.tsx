import { createMemo, For, Show } from 'solid-js'
import { Avatar } from '@comptoir/ui/Avatar'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { othersIn } from './others-in.ts'
import './WhoIsHere.css'

/** The colleagues in this conversation, and what the first of them does. */
export function WhoIsHere() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const here = useConversation()
  const others = createMemo(() => othersIn(workspace, here.id))
  return (
    <div class="who-is-here" role="status" aria-label={t('inbox.presence.label')}>
      <Show when={others()[0]}>
        {(first) => (
          <span class="who-is-here-pill" data-doing={first().doing}>
            <For each={others().slice(0, 3)}>{(one) => <Avatar size="xs" name={one.name} seed={one.userId} />}</For>
            <span class="who-is-here-words truncate">
              {t(`inbox.presence.${first().doing}`, { name: first().name })}
              <Show when={others().length > 1}> {t('inbox.presence.others', { n: others().length - 1 })}</Show>
            </span>
          </span>
        )}
      </Show>
    </div>
  )
}
