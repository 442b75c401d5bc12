import MessageSquareText from 'lucide-solid/icons/message-square-text'
import { createSignal, Show, type JSX } from 'solid-js'
import type { FileView } from '@comptoir/contract/documents'
import { Banner } from '@comptoir/ui/Banner'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import type { TemplatePlace } from '../../templates/template-place.ts'
import { AttachButton } from './AttachButton.tsx'
import { createEditorFocus } from './create-editor-focus.ts'
import { createFileDrop } from './create-file-drop.ts'
import type { Uploads } from './create-uploads.ts'
import { FileTray } from './FileTray.tsx'
import { RichEditorSlot } from './RichEditorSlot.tsx'
import { useLargePaste } from './use-large-paste.ts'
import './Composer.css'
import './ComposerFoot.css'
import './WritingBox.css'
import './MessageForm.css'

interface MessageToWrite {
  fields: { subject: string; bodyHtml: string; files: FileView[] }
  set(name: 'subject' | 'bodyHtml', value: string): void
  set(name: 'files', value: FileView[]): void
  /** Goes up when the text came from elsewhere than the editor. */
  edition(): number
  uploads: Uploads
  /** Where kept texts are offered. */
  templates?: TemplatePlace
  send(): Promise<void>
  /** Whether it leaves by itself once its files are there. */
  isWaiting(): boolean
  refusal(): string | undefined
}

/** A message that is written in a dialog: its subject, its words and its files. To whom it goes stands before. */
export function MessageForm(props: {
  message: MessageToWrite
  children: JSX.Element
  errors?: Partial<Record<'subject' | 'bodyHtml', string>>
  /** What is wrong with all of it. */
  problem?: string | undefined
  /** What its words end with. */
  ending?: JSX.Element
  /** What goes with it. */
  along?: JSX.Element
}) {
  const { t } = useLanguage()
  const addFiles = (files: Iterable<File>) => props.message.uploads.add(files)
  const takeLarge = useLargePaste(addFiles)
  const drop = createFileDrop(addFiles)
  const focus = createEditorFocus()
  const [tools, setTools] = createSignal<HTMLElement>()
  return (
    <div
      class="message-form"
      {...drop.handlers}
      on:paste={{ handleEvent: (event: ClipboardEvent) => void takeLarge(event), capture: true }}
      data-over={drop.isOver() || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void props.message.send()
      }}
    >
      <Show when={props.message.refusal()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
      {props.children}
      <Field label={t('inbox.start.subject')} required error={props.errors?.subject}>
        <TextInput
          autocomplete="off"
          maxlength={300}
          value={props.message.fields.subject}
          onText={(text) => props.message.set('subject', text)}
        />
      </Field>
      <div class="message-form-label" aria-hidden="true">
        {t('inbox.start.body')}
      </div>
      <div class="writing-box message-form-body" data-wrong={props.errors?.bodyHtml ? '' : undefined}>
        <RichEditorSlot
          label={t('inbox.start.body')}
          placeholder=""
          html={props.message.fields.bodyHtml}
          edition={props.message.edition()}
          lend={focus.lend}
          {...(props.message.templates && { templates: props.message.templates })}
          tools={tools()}
          onHtml={(html) => props.message.set('bodyHtml', html)}
        />
        {props.ending}
        <FileTray
          kind="reply"
          files={props.message.fields.files}
          uploads={props.message.uploads}
          onRemove={(id) =>
            props.message.set(
              'files',
              props.message.fields.files.filter((file) => file.id !== id),
            )
          }
        />
        <div class="composer-foot">
          <AttachButton onFiles={addFiles} />
          <Show when={props.message.templates}>
            <IconButton size="sm" label={t('inbox.composer.templates')} shortcut="/" onClick={() => focus.slash()}>
              <MessageSquareText />
            </IconButton>
          </Show>
          <div class="composer-tools" ref={setTools} />
        </div>
      </div>
      {props.along}
      <Show when={props.message.isWaiting()}>
        <p class="composer-hint" role="status">
          {t('inbox.composer.leaves_with_files')}
        </p>
      </Show>
      <Show when={props.errors?.bodyHtml ?? props.problem}>
        {(sentence) => (
          <p class="composer-problem" role="alert">
            {sentence()}
          </p>
        )}
      </Show>
    </div>
  )
}
