import Pin from 'lucide-solid/icons/pin'
import { For, Show } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { useLanguage } from '../app/create-language.ts'
import './ClientNotes.css'

/** What must not be overlooked, where one looks first. */
export function PinnedNotes(props: { client: ClientView; onNotes: () => void }) {
  const { t } = useLanguage()
  const pinned = () => props.client.notes.filter((note) => note.pinned === 'pinned')
  return (
    <Show when={pinned().length > 0}>
      <ul class="pinned-notes" aria-label={t('card.pinned_notes')}>
        <For each={pinned()}>
          {(note) => (
            <li>
              <button type="button" class="pinned-note" onClick={() => props.onNotes()}>
                <Pin aria-hidden="true" />
                <span>{note.body}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
