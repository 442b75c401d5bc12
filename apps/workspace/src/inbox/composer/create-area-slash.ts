import { createSignal } from 'solid-js'
import { slashBefore } from './slash-before.ts'
import { textAreaHand } from './text-area-hand.ts'

/** What is asked for by a slash in a plain text, and what is put in its place. */
export function createAreaSlash(area: () => HTMLTextAreaElement) {
  const [asked, setAsked] = createSignal<{ from: number; words: string }>()
  /** Where the list was left: it stays away from that slash. */
  let left: number | undefined
  let onKey: (event: KeyboardEvent) => boolean = () => false
  return {
    asked,
    /** Where the caret is decides. */
    ask() {
      const { selectionStart: caret, selectionEnd, value } = area()
      const words = caret === selectionEnd ? slashBefore(value.slice(0, caret)) : undefined
      const from = caret - (words?.length ?? 0) - 1
      if (words === undefined) left = undefined
      setAsked(words === undefined || from === left ? undefined : { from, words })
    },
    away: () => setAsked(undefined),
    leave() {
      left = asked()?.from
      setAsked(undefined)
    },
    /** `written` is told of what it did. */
    pick(html: string, written: () => void) {
      const range = asked()
      setAsked(undefined)
      if (!range) return
      area().setSelectionRange(range.from, range.from + range.words.length + 1)
      textAreaHand(area(), written).put(html)
    },
    lendKeys: (given: typeof onKey) => void (onKey = given),
    onKey: (event: KeyboardEvent) => onKey(event),
  }
}
