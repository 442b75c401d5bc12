import { createMemo, For } from 'solid-js'
import { findLinks } from './find-links.ts'
import './RichText.css'

/** A text as it was written, its addresses made into links. */
export function PlainText(props: { text: string }) {
  const pieces = createMemo(() => findLinks(props.text))
  return (
    <div class="plain-text">
      <For each={pieces()}>
        {(piece) =>
          piece.href ? (
            <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
              {piece.text}
            </a>
          ) : (
            piece.text
          )
        }
      </For>
    </div>
  )
}
