import { Editor, resolveFocusPosition, type AnyExtension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extension-placeholder'
import { StarterKit } from '@tiptap/starter-kit'
import { createEffect, createSignal, on, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { Portal } from 'solid-js/web'
import { useWorkspace } from '../../app/workspace-context.ts'
import { pictureNode } from '../../pictures/picture-node.ts'
import { lazyWithWords } from '../../app/lazy-with-words.ts'
import { createRichSlash } from './create-rich-slash.ts'
import { EditorTools } from './EditorTools.tsx'
import { GapMarks } from './gap-marks.ts'
import { htmlToText } from './html-text.ts'
import type { EditorProps } from './PlainEditor.tsx'
import type { Caret } from './RichEditorSlot.tsx'
import './RichEditor.css'

const SlashTemplates = lazyWithWords(() => import('../../templates/SlashTemplates.tsx'))

export interface RichEditorProps extends EditorProps {
  tools: HTMLElement | undefined
  caret?: Caret
  /** What it knows besides. */
  extensions?: AnyExtension[]
  onReady?: (editor: Editor) => void
}

/** Text with bold, italic, lists and links. Fetched on its own: it weighs more than the rest of the inbox. */
export function RichEditor(props: RichEditorProps) {
  const { slug } = useWorkspace()
  const [editor, setEditor] = createSignal<Editor>()
  const slash = createRichSlash()
  const ask = ({ editor: now }: { editor: Editor }) => props.templates && slash.ask(now)
  let place!: HTMLDivElement

  onMount(() => {
    const made = new Editor({
      element: place,
      content: props.html,
      // A space at the end of what was typed so far stands before the next word.
      parseOptions: { preserveWhitespace: true },
      // Styles made by script are refused by our security policy; ours are in the style sheet.
      injectCSS: false,
      extensions: [
        StarterKit.configure({
          heading: false,
          code: false,
          codeBlock: false,
          horizontalRule: false,
          dropcursor: false,
          gapcursor: false,
          link: { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto', 'tel'] },
        }),
        Placeholder.configure({ placeholder: () => props.placeholder }),
        GapMarks,
        pictureNode(slug),
        ...(props.extensions ?? []),
      ],
      editorProps: {
        attributes: () => ({
          class: 'composer-text rich-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': props.label,
        }),
        handleDOMEvents: {
          // The editor would keep it to itself: the dialog around it closes by it.
          keydown: (_, event) => event.key === 'Escape' && !event.isComposing && !slash.asked(),
        },
        // Sends, and is no line break.
        handleKeyDown: (_, event) => slash.onKey(event) || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)),
      },
      onUpdate: ({ editor: now }) => props.onHtml(now.isEmpty ? '' : now.getHTML()),
      onTransaction: ask,
      onFocus: ask,
      onBlur: slash.away,
    })
    setEditor(made)
    props.lend?.(slash.handOf(made, () => focusAt(made, 'end')))
    if (props.caret !== undefined) focusAt(made, positionOf(props.caret, htmlToText(props.html)))
    props.onReady?.(made)
    onCleanup(() => made.destroy())
  })
  createEffect(
    on(
      () => props.edition,
      () =>
        editor()?.commands.setContent(props.html, { emitUpdate: false, parseOptions: { preserveWhitespace: true } }),
      { defer: true },
    ),
  )

  return (
    <>
      <div ref={place} class="rich-editor" />
      <Show when={props.tools}>
        {(tools) => (
          <Portal mount={tools()}>
            <Show when={editor()}>{(ready) => <EditorTools editor={ready()} />}</Show>
          </Portal>
        )}
      </Show>
      <Show when={editor()} keyed>
        {(ready) => (
          <Show when={props.templates} keyed>
            {(where) => (
              <Suspense>
                <SlashTemplates
                  place={where}
                  anchor={ready.view.dom}
                  words={slash.asked()?.words}
                  lendKeys={slash.lendKeys}
                  onPut={(html) => slash.pick(ready, html)}
                  onLeave={slash.leave}
                />
              </Suspense>
            )}
          </Show>
        )}
      </Show>
    </>
  )
}

/** At once: the editor's own command waits for a frame, and a key pressed meanwhile would fall on the page. */
function focusAt(editor: Editor, position: number | 'end') {
  const selection = resolveFocusPosition(editor.state.doc, position)
  if (selection) editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
  editor.view.focus()
}

/** A paragraph has a step before and after it where a text has one end of line. */
function positionOf(caret: number, text: string) {
  return 1 + caret + (text.slice(0, caret).match(/\n/g)?.length ?? 0)
}
