import { createMemo, For, Show } from 'solid-js'
import type { Mention } from '@comptoir/contract/timeline'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { findLinks } from './find-links.ts'
import './RichText.css'
import './NoteText.css'

/** The words of a note: whom it names by the name they have now, addresses as links. */
export function NoteText(props: { text: string; mentions: readonly Mention[] }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const pieces = createMemo(() => piecesOf(props.text, props.mentions))
  const nameOf = ({ userId }: Mention) => (userId === null ? t('inbox.mention.team') : workspace.memberName(userId))
  return (
    <div class="plain-text">
      <For each={pieces()}>
        {(piece) => (
          <Show
            when={piece.mention}
            fallback={
              <Show when={piece.href} fallback={piece.text}>
                <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
                  {piece.text}
                </a>
              </Show>
            }
          >
            {(mention) => (
              <span class="mention" data-me={mention().userId === workspace.me().userId || undefined}>
                {nameOf(mention()) ? `@${nameOf(mention())}` : piece.text}
              </span>
            )}
          </Show>
        )}
      </For>
    </div>
  )
}

interface Piece {
  text: string
  href?: string
  mention?: Mention
}

function piecesOf(text: string, mentions: readonly Mention[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const mention of mentions) {
    pieces.push(...findLinks(text.slice(from, mention.startsAt)))
    from = mention.startsAt + mention.length
    pieces.push({ text: text.slice(mention.startsAt, from), mention })
  }
  return [...pieces, ...findLinks(text.slice(from))]
}
