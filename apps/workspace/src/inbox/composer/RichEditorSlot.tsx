import { createSignal, onMount, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { PlainEditor, type EditorProps } from './PlainEditor.tsx'
import type { EditorHand } from './editor-hand.ts'
import type { RichEditor } from './RichEditor.tsx'

/** Where the caret was in the text the rich editor takes over, in characters; absent when nobody was in it. */
export type Caret = number | undefined

/** A plain text until the rich editor is fetched, at the first press; what was typed by then goes on in it. */
export function RichEditorSlot(props: EditorProps & { tools: HTMLElement | undefined }) {
  const [editor, setEditor] = createSignal<typeof RichEditor>()
  let area: HTMLTextAreaElement | undefined
  let hand: EditorHand | undefined
  let caret: Caret

  async function load() {
    // Without a network the plain text does; the next press asks again.
    const fetched = await import('./RichEditor.tsx').catch(() => undefined)
    if (!fetched || editor()) return
    if (area && isComposing)
      await new Promise((resolve) => area?.addEventListener('compositionend', resolve, { once: true }))
    caret = area && document.activeElement === area ? area.selectionEnd : undefined
    setEditor(() => fetched.RichEditor)
  }

  /** What is done by hand in the text is done in the rich one, where that can be had. */
  function lend(given: EditorHand) {
    hand = given
    props.lend?.({
      ...given,
      put: (html) => void load().then(() => hand?.put(html)),
      slash: () => void load().then(() => hand?.slash()),
    })
  }

  let isComposing = false
  onMount(() => {
    // A plain text would lose the looks of a draft that has some.
    if (/<(strong|em|u|s|a|ul|ol|blockquote|img)[\s>]/.test(props.html)) void load()
  })

  return (
    <Show
      when={editor()}
      fallback={
        <div on:compositionstart={() => (isComposing = true)} on:compositionend={() => (isComposing = false)}>
          <PlainEditor
            {...props}
            lend={lend}
            onHand={(given) => {
              area = given
              void load()
            }}
          />
        </div>
      }
    >
      {(loaded) => <Dynamic component={loaded()} {...props} lend={lend} caret={caret} />}
    </Show>
  )
}
