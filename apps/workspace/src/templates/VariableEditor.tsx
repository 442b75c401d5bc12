import type { Editor } from '@tiptap/core'
import ImagePlus from 'lucide-solid/icons/image-plus'
import { createSignal, Show, type JSX } from 'solid-js'
import { pictureTypes } from '@comptoir/contract/documents'
import { Progress } from '@comptoir/ui/Progress'
import { useLanguage } from '../app/create-language.ts'
import { createFileDrop } from '../inbox/composer/create-file-drop.ts'
import { FileButton } from '../inbox/composer/FileButton.tsx'
import { RichEditor } from '../inbox/composer/RichEditor.tsx'
import type { Pictures } from '../pictures/create-pictures.ts'
import { onPictureDrop, onPicturePaste } from '../pictures/picture-handlers.ts'
import { PictureBar } from '../pictures/PictureBar.tsx'
import { pictureSizes } from './picture-sizes.ts'
import { variableLabel } from './template-words.ts'
import { variableNode } from './variable-node.ts'
import { VariableButtons } from './VariableButtons.tsx'
import '../inbox/composer/Composer.css'
import '../inbox/composer/ComposerFoot.css'
import '../inbox/composer/WritingBox.css'
import './VariableEditor.css'

/** A text with pieces that will be filled in, and pictures. */
export function VariableEditor(props: {
  of: 'template' | 'signature'
  label: string
  html: string
  wrong?: boolean
  pictures: Pictures
  onHtml: (html: string) => void
  /** Among the tools. */
  aside?: JSX.Element
  children?: JSX.Element
}) {
  const language = useLanguage()
  const { t } = language
  const [tools, setTools] = createSignal<HTMLElement>()
  const [editor, setEditor] = createSignal<Editor>()
  const node = variableNode((name) => variableLabel(language, name))
  const drop = createFileDrop((given) => props.pictures.add(given))
  return (
    <div
      class="writing-box variable-editor"
      data-wrong={props.wrong ? '' : undefined}
      data-over={drop.isOver() || undefined}
      // What is written here is kept by a press alone: a dialog that closed would lose it.
      on:keydown={(event) => event.key === 'Escape' && event.preventDefault()}
      onDragEnter={drop.handlers.onDragEnter}
      onDragLeave={drop.handlers.onDragLeave}
      onDragOver={drop.handlers.onDragOver}
      on:paste={{ handleEvent: (event: ClipboardEvent) => onPicturePaste(props.pictures, event), capture: true }}
      on:drop={{
        handleEvent(event: DragEvent) {
          drop.over()
          onPictureDrop(props.pictures, editor(), event)
        },
        capture: true,
      }}
    >
      <RichEditor
        label={props.label}
        placeholder=""
        html={props.html}
        edition={0}
        tools={tools()}
        extensions={[node]}
        onReady={(ready) => {
          setEditor(ready)
          props.pictures.lend(ready)
        }}
        onHtml={(html) => props.onHtml(html)}
      />
      <Show when={editor()}>{(ready) => <PictureBar editor={ready()} sizes={pictureSizes[props.of]} />}</Show>
      <Show when={props.pictures.progress() !== undefined}>
        <Progress value={props.pictures.progress()} label={t('templates.picture.sending')} />
      </Show>
      <Show when={props.pictures.problem()}>
        {(problem) => (
          <p class="field-error" role="alert">
            {problem()}
          </p>
        )}
      </Show>
      {props.children}
      <div class="composer-foot">
        <FileButton
          label={t('templates.picture.insert')}
          accept={pictureTypes.join()}
          onFiles={(given) => props.pictures.add(given)}
        >
          <ImagePlus />
        </FileButton>
        {props.aside}
        <div class="composer-tools" ref={setTools} />
      </div>
      <VariableButtons
        of={props.of}
        onPick={(name) => editor()?.chain().focus().insertContent({ type: 'variable', attrs: { name } }).run()}
      />
    </div>
  )
}
