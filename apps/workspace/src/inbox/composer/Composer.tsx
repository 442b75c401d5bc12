import { createSignal, Match, Show, Suspense, Switch } from 'solid-js'
import { useLanguage } from '../../app/create-language.ts'
import { lazyWithWords } from '../../app/lazy-with-words.ts'
import { useConversation } from '../conversation-context.ts'
import { ComposerFoot } from './ComposerFoot.tsx'
import { ComposerHead } from './ComposerHead.tsx'
import { ConflictBar } from './ConflictBar.tsx'
import { onComposerFocusOut, onComposerKey, onComposerPaste } from './composer-handlers.ts'
import { createComposer } from './create-composer.ts'
import { FileTray } from './FileTray.tsx'
import { OtherDraftBar } from './OtherDraftBar.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { RichEditorSlot } from './RichEditorSlot.tsx'
import { useLargePaste } from './use-large-paste.ts'
import { WhoWrites } from './WhoWrites.tsx'
import './Composer.css'

const TemplateDialog = lazyWithWords(() => import('../../templates/TemplateDialog.tsx'))
const SignatureLine = lazyWithWords(() => import('../../signatures/SignatureLine.tsx'))

/** A note holds twenty thousand letters; some room stays for what is there. */
const mostInNote = 18_000

/** Where one answers the client, or leaves a note to colleagues. */
export function Composer() {
  const { t } = useLanguage()
  const here = useConversation()
  const composer = createComposer()
  const { draft, uploads } = composer
  const [tools, setTools] = createSignal<HTMLElement>()
  const takeLarge = useLargePaste((files) => uploads.add(files))
  const name = () => here.opened().client.name

  return (
    <section
      class="composer-place"
      aria-label={t('inbox.composer.label')}
      on:paste={{
        handleEvent: (event: ClipboardEvent) => {
          const most = draft.writing.kind === 'note' ? mostInNote : undefined
          if (!takeLarge(event, most)) onComposerPaste(composer, event)
        },
        capture: true,
      }}
    >
      <WhoWrites />
      <ConflictBar composer={composer} />
      <OtherDraftBar draft={draft} />
      <div
        class="composer"
        data-kind={draft.writing.kind}
        onKeyDown={(event) => onComposerKey(composer, event)}
        onFocusIn={() => composer.entered()}
        onFocusOut={(event) => onComposerFocusOut(composer, event)}
      >
        <ComposerHead composer={composer} />
        <div class="composer-writing">
          <Switch>
            <Match when={draft.writing.kind === 'note'}>
              <NoteEditor
                label={t('inbox.composer.note_text')}
                placeholder={t('inbox.composer.note_placeholder')}
                html={draft.writing.bodyHtml}
                edition={draft.edition()}
                lend={composer.lend}
                templates={composer.templates}
                onHtml={(bodyHtml) => composer.write(bodyHtml)}
              />
            </Match>
            <Match when={draft.writing.kind === 'reply'}>
              <RichEditorSlot
                label={t('inbox.composer.reply_text')}
                placeholder={t('inbox.composer.reply_placeholder', { name: name() })}
                html={draft.writing.bodyHtml}
                edition={draft.edition()}
                lend={composer.lend}
                templates={composer.templates}
                tools={tools()}
                onHtml={(bodyHtml) => composer.write(bodyHtml)}
              />
            </Match>
          </Switch>
          <Show when={draft.writing.kind === 'reply'}>
            <Suspense>
              <SignatureLine
                isOf={({ address }) => address === here.opened().mailboxAddress}
                choice={draft.writing.signature}
                onChoose={(signature) => draft.change({ signature })}
              />
            </Suspense>
          </Show>
        </div>
        <FileTray
          files={draft.writing.files}
          uploads={uploads}
          kind={draft.writing.kind}
          onRemove={(id) => draft.change({ files: draft.writing.files.filter((file) => file.id !== id) })}
        />
        <Show when={composer.isWaiting()}>
          <p class="composer-hint" role="status">
            {t('inbox.composer.leaves_with_files')}
          </p>
        </Show>
        <Show when={composer.problem()}>
          {(problem) => (
            <p class="composer-problem" role="alert">
              {problem()}
            </p>
          )}
        </Show>
        <ComposerFoot composer={composer} toolsRef={setTools} />
        <Show when={composer.toKeep()} keyed>
          {(given) => (
            <Suspense>
              <TemplateDialog given={given} close={() => composer.kept()} />
            </Suspense>
          )}
        </Show>
      </div>
    </section>
  )
}
