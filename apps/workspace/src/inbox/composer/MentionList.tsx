import Users from 'lucide-solid/icons/users'
import { createEffect, For, onCleanup, Show } from 'solid-js'
import { Avatar } from '@comptoir/ui/Avatar'
import { placeBeside } from '@comptoir/ui/place-beside.ts'
import { useLanguage } from '../../app/create-language.ts'
import type { Mentionable } from './create-mentions.ts'
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
  let panel!: HTMLDivElement
  let isShown = false
  createEffect(() => {
    const isWanted = props.people.length > 0
    if (isWanted !== isShown) panel.togglePopover?.(isWanted)
    isShown = isWanted
    if (!isWanted) return
    const place = placeBeside.bind(null, props.anchor(), panel)
    place()
    // A phone that is turned would leave it behind.
    const following = new ResizeObserver(place)
    for (const one of [document.documentElement, props.anchor()]) following.observe(one)
    onCleanup(() => following.disconnect())
  })
  return (
    <div class="mention-panel" popover="manual" ref={panel} onPointerDown={(event) => event.preventDefault()}>
      <ul class="mention-list" role="listbox" id={`${props.id}-list`} aria-label={props.label}>
        <For each={props.people}>
          {(person, at) => (
            <li
              class="mention-option"
              role="option"
              id={`${props.id}-${at()}`}
              aria-selected={props.at === at()}
              onPointerMove={() => props.onMove(at())}
              onClick={() => props.onPick(person)}
            >
              <Show when={person.userId} fallback={<Users class="mention-team" aria-hidden="true" />}>
                {(userId) => <Avatar name={person.name} seed={userId()} size="sm" />}
              </Show>
              <span class="mention-name">{person.name}</span>
              <Show when={person.sees === 'no'}>
                <span class="mention-hint">{t('inbox.mention.cannot_see')}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
