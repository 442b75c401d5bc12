import type { Editor } from '@tiptap/core'
import { createSignal, type JSX } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { RichEditor } from '../inbox/composer/RichEditor.tsx'
import { variableLabel } from './template-words.ts'
import { variableNode } from './variable-node.ts'
import { VariableButtons } from './VariableButtons.tsx'
import '../inbox/composer/Composer.css'
import '../inbox/composer/ComposerFoot.css'
import './VariableEditor.css'

/** A text with pieces that will be filled in. */
export function VariableEditor(props: {
  of: 'template' | 'signature'
  label: string
  html: string
  wrong?: boolean
  onHtml: (html: string) => void
  /** Among the tools. */
  aside?: JSX.Element
  children?: JSX.Element
}) {
  const language = useLanguage()
  const [tools, setTools] = createSignal<HTMLElement>()
  const node = variableNode((name) => variableLabel(language, name))
  let editor: Editor | undefined
  return (
    <div class="variable-editor" data-wrong={props.wrong ? '' : undefined}>
      <RichEditor
        label={props.label}
        placeholder=""
        html={props.html}
        edition={0}
        tools={tools()}
        extensions={[node]}
        onReady={(ready) => (editor = ready)}
        onHtml={(html) => props.onHtml(html)}
      />
      {props.children}
      <div class="composer-foot">
        {props.aside}
        <div class="composer-tools" ref={setTools} />
      </div>
      <VariableButtons
        of={props.of}
        onPick={(name) => editor?.chain().focus().insertContent({ type: 'variable', attrs: { name } }).run()}
      />
    </div>
  )
}
