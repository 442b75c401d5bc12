import { createEffect, on, onMount } from 'solid-js'
import type { TemplatePlace } from '../../templates/template-place.ts'
import type { EditorHand } from './editor-hand.ts'
import { htmlToText, textToHtml } from './html-text.ts'
import { textAreaHand } from './text-area-hand.ts'

export interface EditorProps {
  label: string
  placeholder: string
  html: string
  /** Goes up when the text came from elsewhere than this editor. */
  edition: number
  /** Given the ways to act in it. */
  lend?: (hand: EditorHand) => void
  /** Where kept texts are offered: what they need to know. */
  templates?: TemplatePlace
  onHtml: (html: string) => void
}

/** A text without looks, which is there at once. */
export function PlainEditor(props: EditorProps & { onHand?: (area: HTMLTextAreaElement) => void }) {
  let area!: HTMLTextAreaElement
  const show = () => {
    const text = htmlToText(props.html)
    if (area.value !== text) area.value = text
  }
  const write = () => props.onHtml(textToHtml(area.value))
  onMount(() => {
    show()
    props.lend?.(textAreaHand(area, write))
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
      onInput={write}
    />
  )
}
