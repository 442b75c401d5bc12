import BellOff from 'lucide-solid/icons/bell-off'
import BellRing from 'lucide-solid/icons/bell-ring'
import { For, Show } from 'solid-js'
import { useLanguage } from '../../app/create-language.ts'
import type { createMentions } from './create-mentions.ts'
import './MentionList.css'

/** Who will be told of a note, and who will not because they cannot see the conversation: before it is sent. */
export function MentionsTold(props: { people: ReturnType<typeof createMentions>; userIds: (string | null)[] }) {
  const { t } = useLanguage()
  const told = () => props.people.told(props.userIds)
  return (
    <div class="mentions-told" role="status">
      <Show when={told().length > 0}>
        <p>
          <BellRing aria-hidden="true" />
          {t('inbox.mention.told', { names: told().join(', ') })}
        </p>
      </Show>
      <For each={props.people.unseeing(props.userIds)}>
        {(name) => (
          <p data-tone="warm">
            <BellOff aria-hidden="true" />
            {t('inbox.mention.not_told', { name })}
          </p>
        )}
      </For>
    </div>
  )
}
