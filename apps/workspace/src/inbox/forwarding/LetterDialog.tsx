import CalendarClock from 'lucide-solid/icons/calendar-clock'
import Paperclip from 'lucide-solid/icons/paperclip'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { createSignal, Match, Show, Switch, untrack } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { TextInput } from '@comptoir/ui/TextInput'
import { CouldNot } from '../../app/Fetched.tsx'
import { useLanguage } from '../../app/create-language.ts'
import { createFileDrop } from '../composer/create-file-drop.ts'
import { FileTray } from '../composer/FileTray.tsx'
import { AddressLines } from '../composer/AddressLines.tsx'
import { RichEditorSlot } from '../composer/RichEditorSlot.tsx'
import { useLargePaste } from '../composer/use-large-paste.ts'
import { useInbox } from '../inbox-context.ts'
import { LaterMenu } from '../LaterMenu.tsx'
import { createLetter } from './create-letter.ts'
import { aboutOf, type LetterWish } from './letter-wish.ts'
import { Originals } from './Originals.tsx'
import '../composer/Composer.css'
import '../composer/ComposerFoot.css'
import '../NewConversation.css'

/** Passes something on to somebody outside, or answers them: never to the client. */
export default function LetterDialog(props: { wish: LetterWish; onDone: () => void }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const wish = untrack(() => props.wish)
  const { conversationId, about } = aboutOf(wish)
  const letter = createLetter(wish, () => {
    props.onDone()
    if (inbox.selectedId() !== conversationId) inbox.open(conversationId)
  })
  const takeLarge = useLargePaste((files) => letter.uploads.add(files))
  const drop = createFileDrop((files) => letter.uploads.add(files))
  const [tools, setTools] = createSignal<HTMLElement>()
  let files!: HTMLInputElement
  const failed = () => {
    const now = letter.state()
    return now.is === 'failed' && now
  }
  const forget = () => {
    letter.forget()
    props.onDone()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t(about.is === 'answer' ? 'forwarding.answer_title' : 'forwarding.title')}
      description={t('forwarding.not_client')}
      closeLabel={t('inbox.start.close')}
      size="lg"
      foot={
        <>
          <Button tone="ghost" onClick={forget}>
            {t('forwarding.discard')}
          </Button>
          <LaterMenu
            trigger={(bind) => (
              <IconButton {...bind} label={t('inbox.leaving.later')}>
                <CalendarClock />
              </IconButton>
            )}
            onChoose={(leavesAt) => void letter.send(leavesAt)}
          />
          <Button
            tone="primary"
            icon={<SendHorizontal aria-hidden="true" />}
            busy={letter.busy()}
            onClick={() => void letter.send()}
          >
            {t(about.is === 'answer' ? 'inbox.start.send' : 'forwarding.send')}
          </Button>
        </>
      }
    >
      <Switch fallback={<SkeletonLines lines={6} />}>
        <Match when={failed()}>{(why) => <CouldNot error={why().error} retry={letter.retry} />}</Match>
        <Match when={letter.state().is === 'ready'}>
          <div
            class="new-conversation"
            {...drop.handlers}
            on:paste={{ handleEvent: (event: ClipboardEvent) => void takeLarge(event), capture: true }}
            data-over={drop.isOver() || undefined}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void letter.send()
            }}
          >
            <Show when={letter.refusal()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
            <AddressLines lines={letter.lines} tone={() => 'neutral'} />
            <Field label={t('inbox.start.subject')} required>
              <TextInput
                autocomplete="off"
                maxlength={300}
                value={letter.fields.subject}
                onText={(text) => letter.set('subject', text)}
              />
            </Field>
            <div class="new-conversation-label" aria-hidden="true">
              {t('inbox.start.body')}
            </div>
            <div class="new-conversation-body">
              <RichEditorSlot
                label={t('inbox.start.body')}
                placeholder=""
                html={letter.fields.bodyHtml}
                edition={letter.edition()}
                tools={tools()}
                onHtml={(html) => letter.set('bodyHtml', html)}
              />
              <FileTray
                kind="reply"
                files={letter.fields.files}
                uploads={letter.uploads}
                onRemove={(id) =>
                  letter.set(
                    'files',
                    letter.fields.files.filter((file) => file.id !== id),
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
                    letter.uploads.add(files.files ?? [])
                    files.value = ''
                  }}
                />
                <div class="composer-tools" ref={setTools} />
              </div>
            </div>
            <Originals originals={letter.originals()} />
            <Show when={letter.isWaiting()}>
              <p class="composer-hint" role="status">
                {t('inbox.composer.leaves_with_files')}
              </p>
            </Show>
            <Show when={letter.problem()}>
              {(sentence) => (
                <p class="composer-problem" role="alert">
                  {sentence()}
                </p>
              )}
            </Show>
          </div>
        </Match>
      </Switch>
    </Dialog>
  )
}
