import { actions } from '../../app/actions.ts'
import { nameOfPress } from '../../app/name-of-keys.ts'
import type { ComposerState } from './create-composer.ts'

/** What is written is sent from inside of it, whatever the editor makes of the key; Escape leaves the text, not the conversation. */
export function onComposerKey(composer: ComposerState, event: KeyboardEvent) {
  if (event.isComposing) return
  const pressed = nameOfPress(event)
  if (pressed === actions.send.keys) {
    event.preventDefault()
    composer.send()
  } else if (pressed === actions['leave-text'].keys) {
    event.preventDefault()
    if (event.target instanceof HTMLElement) event.target.blur()
  }
}

/** Files that are pasted become attachments. */
export function onComposerPaste(composer: ComposerState, event: ClipboardEvent) {
  const files = [...(event.clipboardData?.files ?? [])]
  // A word processor puts a picture of its text beside the text.
  if (files.length === 0 || event.clipboardData?.types.includes('text/html')) return
  event.preventDefault()
  event.stopPropagation()
  composer.uploads.add(files)
}

/** The focus went elsewhere than to another part of the composer. */
export function onComposerFocusOut(composer: ComposerState, event: FocusEvent & { currentTarget: HTMLElement }) {
  const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
  if (!isInside) composer.left()
}
