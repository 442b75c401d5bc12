import { createMemo, Show } from 'solid-js'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useConversation } from '../conversation-context.ts'
import { othersIn } from '../others-in.ts'
import './WhoWrites.css'

/** Who is writing at the same time, where one is about to write. */
export function WhoWrites() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const here = useConversation()
  const writers = createMemo(() => othersIn(workspace, here.id).filter((one) => one.doing !== 'reading'))
  return (
    <Show when={writers()[0]}>
      {(first) => (
        <p class="composer-writers" aria-hidden="true">
          <span class="composer-dots">
            <span />
            <span />
            <span />
          </span>
          {t(`inbox.presence.${first().doing}`, { name: first().name })}
          <Show when={writers().length > 1}> {t('inbox.presence.others', { n: writers().length - 1 })}</Show>
        </p>
      )}
    </Show>
  )
}
