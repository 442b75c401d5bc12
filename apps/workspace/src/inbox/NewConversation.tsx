import MessageSquareText from 'lucide-solid/icons/message-square-text'
import Paperclip from 'lucide-solid/icons/paperclip'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { createComputed, createEffect, createSignal, on, Show, Suspense } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import type { BeginningTaken } from '@comptoir/contract/composer'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { lazyWithWords } from '../app/lazy-with-words.ts'
import { createEditorFocus } from './composer/create-editor-focus.ts'
import { createFileDrop } from './composer/create-file-drop.ts'
import { FileTray } from './composer/FileTray.tsx'
import { RichEditorSlot } from './composer/RichEditorSlot.tsx'
import { useLargePaste } from './composer/use-large-paste.ts'
import { ClientPicker } from './ClientPicker.tsx'
import { createNewConversation } from './create-new-conversation.ts'
import { SenderField } from './SenderField.tsx'
import './composer/Composer.css'
import './composer/ComposerFoot.css'
import './NewConversation.css'

/** Writes to a client first. What was written stays when the dialog is closed, until it is sent. */
export default function NewConversation(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What was taken back, to be written on. */
  taken?: BeginningTaken | undefined
  /** To whom, where that is known already. */
  to?: ClientFound | undefined
}) {
  const language = useLanguage()
  const { t } = language
  const SignatureLine = lazyWithWords(language, () => import('../signatures/SignatureLine.tsx'))
  const form = createNewConversation(() => props.onOpenChange(false))
  const takeLarge = useLargePaste((files) => form.uploads.add(files))
  const drop = createFileDrop((files) => form.uploads.add(files))
  const focus = createEditorFocus()
  const [tools, setTools] = createSignal<HTMLElement>()
  let files!: HTMLInputElement
  createComputed(
    on(
      () => props.taken,
      (taken) => taken && form.restore(taken),
    ),
  )
  createEffect(
    on(
      () => props.open,
      (isOpen) => {
        form.begin()
        if (isOpen && props.to) form.choose({ is: 'existing', client: props.to })
      },
    ),
  )

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={t('inbox.start.title')}
      closeLabel={t('inbox.start.close')}
      size="lg"
      foot={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t('inbox.start.cancel')}</Button>
          <Button
            tone="primary"
            icon={<SendHorizontal aria-hidden="true" />}
            busy={form.busy()}
            onClick={() => void form.send()}
          >
            {t('inbox.start.send')}
          </Button>
        </>
      }
    >
      <div
        class="new-conversation"
        {...drop.handlers}
        on:paste={{ handleEvent: (event: ClipboardEvent) => void takeLarge(event), capture: true }}
        data-over={drop.isOver() || undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.send()
        }}
      >
        <Show when={form.refusal()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
        <ClientPicker form={form} />
        <Show when={form.fields.to !== undefined && form.fields.client}>
          <Field label={t('inbox.start.email')} required error={form.errors().to}>
            <TextInput
              type="email"
              inputmode="email"
              autocomplete="off"
              value={form.fields.to}
              onText={(to) => form.set('to', to)}
            />
          </Field>
        </Show>
        {/* Below the client: it comes when the mailboxes are known, while one types already. */}
        <SenderField mailboxId={form.fields.mailboxId} onChange={(id) => form.set('mailboxId', id)} />
        <Field label={t('inbox.start.subject')} required error={form.errors().subject}>
          <TextInput
            autocomplete="off"
            maxlength={300}
            value={form.fields.subject}
            onText={(text) => form.set('subject', text)}
          />
        </Field>
        <div class="new-conversation-label" aria-hidden="true">
          {t('inbox.start.body')}
        </div>
        <div class="new-conversation-body" data-wrong={form.errors().bodyHtml ? '' : undefined}>
          <RichEditorSlot
            label={t('inbox.start.body')}
            placeholder=""
            html={form.fields.bodyHtml}
            edition={form.edition()}
            lend={focus.lend}
            templates={form.templates}
            tools={tools()}
            onHtml={(html) => form.set('bodyHtml', html)}
          />
          <Suspense>
            <SignatureLine
              isOf={({ mailboxId }) => mailboxId === form.leavesBy()}
              choice={form.fields.signature}
              onChoose={(signature) => form.set('signature', signature)}
            />
          </Suspense>
          <FileTray
            kind="reply"
            files={form.fields.files}
            uploads={form.uploads}
            onRemove={(id) =>
              form.set(
                'files',
                form.fields.files.filter((file) => file.id !== id),
              )
            }
          />
          <div class="composer-foot">
            <IconButton size="sm" label={t('inbox.composer.attach')} onClick={() => files.click()}>
              <Paperclip />
            </IconButton>
            <input
              ref={files}
              type="file"
              multiple
              hidden
              aria-label={t('inbox.composer.attach')}
              onChange={() => {
                form.uploads.add(files.files ?? [])
                files.value = ''
              }}
            />
            <IconButton size="sm" label={t('inbox.composer.templates')} shortcut="/" onClick={() => focus.slash()}>
              <MessageSquareText />
            </IconButton>
            <div class="composer-tools" ref={setTools} />
          </div>
        </div>
        <Show when={form.isWaiting()}>
          <p class="composer-hint" role="status">
            {t('inbox.composer.leaves_with_files')}
          </p>
        </Show>
        <Show when={form.errors().bodyHtml}>
          {(sentence) => (
            <p class="composer-problem" role="alert">
              {sentence()}
            </p>
          )}
        </Show>
      </div>
    </Dialog>
  )
}
