import Users from 'lucide-solid/icons/users'
import { For, Show } from 'solid-js'
import { useLanguage } from '../../app/create-language.ts'
import { StaffAvatar } from '../../app/StaffAvatar.tsx'
import type { Mentionable } from './create-mentions.ts'
import { ListPanel } from './ListPanel.tsx'
import './MentionList.css'

/** Those who can be named, beside where one writes; the focus stays in the text. */
export function MentionList(props: {
  id: string
  anchor: () => HTMLElement
  label: string
  people: Mentionable[]
  at: number
  onMove: (at: number) => void
  onPick: (person: Mentionable) => void
}) {
  const { t } = useLanguage()
  return (
    <ListPanel anchor={() => props.anchor()} count={props.people.length}>
      <ul class="mention-list" role="listbox" id={`${props.id}-list`} aria-label={props.label}>
        <For each={props.people}>
          {(person, at) => (
            <li
              class="option"
              role="option"
              id={`${props.id}-${at()}`}
              aria-selected={props.at === at()}
              onPointerMove={() => props.onMove(at())}
              onClick={() => props.onPick(person)}
            >
              <Show when={person.userId} fallback={<Users class="mention-team" aria-hidden="true" />}>
                {(userId) => <StaffAvatar userId={userId()} size="sm" />}
              </Show>
              <span class="mention-name">{person.name}</span>
              <Show when={person.sees === 'no'}>
                <span class="mention-hint">{t('inbox.mention.cannot_see')}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </ListPanel>
  )
}
