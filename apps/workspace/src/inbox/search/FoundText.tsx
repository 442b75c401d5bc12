import { For, Show } from 'solid-js'
import { foundWords } from '@comptoir/rules/found-words'

/** A text with those words of it marked that were sought. */
export function FoundText(props: { text: string; sought: string[] }) {
  return (
    <For each={foundWords(props.text, props.sought)}>
      {(piece) => (
        <Show when={piece.is === 'found'} fallback={piece.text}>
          <mark class="found">{piece.text}</mark>
        </Show>
      )}
    </For>
  )
}
