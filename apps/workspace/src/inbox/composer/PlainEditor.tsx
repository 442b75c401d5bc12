import { createEffect, on, onMount } from 'solid-js'
import { htmlToText, textToHtml } from './html-text.ts'

export interface EditorProps {
  label: string
  placeholder: string
  html: string
  /** Goes up when the text came from elsewhere than this editor. */
  edition: number
  /** Given the way to put the person in it. */
  lendFocus: (focus: () => void) => void
  onHtml: (html: string) => void
}

/** A text without looks, which is there at once. */
export function PlainEditor(props: EditorProps & { onHand?: (area: HTMLTextAreaElement) => void }) {
  let area!: HTMLTextAreaElement
  const show = () => {
    const text = htmlToText(props.html)
    if (area.value !== text) area.value = text
  }
  onMount(() => {
    show()
    props.lendFocus(() => area.focus())
  })
  createEffect(on(() => props.edition, show, { defer: true }))
  return (
    <textarea
      ref={area}
      class="composer-text"
      rows={2}
      aria-label={props.label}
      placeholder={props.placeholder}
      onFocus={() => props.onHand?.(area)}
      onInput={() => props.onHtml(textToHtml(area.value))}
    />
  )
}
