import type { Editor } from '@tiptap/core'
import { createSignal } from 'solid-js'
import { chooseGapIn } from './gap-marks.ts'
import type { EditorHand } from './editor-hand.ts'
import { slashAfter, slashBefore } from './slash-before.ts'

interface Asked {
  from: number
  to: number
  words: string
}

/** What is asked for by a slash in a rich text, and what is put in its place. */
export function createRichSlash() {
  const [asked, setAsked] = createSignal<Asked>()
  /** Where the list was left: it stays away from that slash. */
  let left: number | undefined
  let onKey: (event: KeyboardEvent) => boolean = () => false

  function put(editor: Editor, html: string) {
    const { from } = editor.state.selection
    editor.view.focus()
    if (html !== '') editor.view.pasteHTML(html)
    chooseGapIn(editor, from)
  }

  return {
    asked,
    /** Where the caret is decides. */
    ask(editor: Editor) {
      const { $from, empty } = editor.state.selection
      const words = empty
        ? slashBefore($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'))
        : undefined
      const from = $from.pos - (words?.length ?? 0) - 1
      if (words === undefined) left = undefined
      setAsked(words === undefined || from === left ? undefined : { from, to: $from.pos, words })
    },
    away: () => setAsked(undefined),
    leave() {
      left = asked()?.from
      setAsked(undefined)
    },
    pick(editor: Editor, html: string) {
      const range = asked()
      setAsked(undefined)
      if (range) editor.view.dispatch(editor.state.tr.delete(range.from, range.to))
      put(editor, html)
    },
    lendKeys: (given: typeof onKey) => void (onKey = given),
    onKey: (event: KeyboardEvent) => onKey(event),
    handOf: (editor: Editor, focus: () => void): EditorHand => ({
      focus,
      put: (html) => put(editor, html),
      slash() {
        editor.view.focus()
        const { $from } = editor.state.selection
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
        editor.view.dispatch(editor.state.tr.insertText(slashAfter(before)))
      },
      chooseGap: () => chooseGapIn(editor, 0),
    }),
  }
}
