import { For, Match, Show, Switch } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { FileChip } from '@comptoir/ui/FileChip'
import { Refused } from '@comptoir/wire/ask'
import { useLanguage } from '../app/create-language.ts'
import { fieldErrorsOf, sentenceOf } from '../app/show-refusal.ts'
import { hasLeftBefore } from '../live/create-outbox.ts'
import type { Pending } from '../live/on-its-way.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'
import { NoteText } from './NoteText.tsx'
import { ReceiptMark } from './ReceiptMark.tsx'
import { RichText } from './RichText.tsx'
import './TimelineMessage.css'
import './AttachedFiles.css'

/** One's own message before the server has it; when it was refused, why, with what was written kept. */
export function PendingItem(props: { pending: Pending }) {
  const language = useLanguage()
  const { t, format } = language
  const { live, acts } = useInbox()
  const { composer } = useConversation()
  /** What is wrong with one part of it says more than that something is. */
  const whyNot = (error: unknown) => Object.values(fieldErrorsOf(error, language))[0] ?? sentenceOf(error, language)
  const refused = () => props.pending.state.is === 'refused' && props.pending.state
  const isConflict = () => {
    const now = refused()
    return now && now.error instanceof Refused && now.error.code === 'conflict'
  }
  const isDeleted = () => {
    const now = refused()
    return now && now.error instanceof Refused && now.error.body.message === 'errors.conversation_deleted'
  }
  const again = async () => {
    if (!isDeleted() || (await acts.restoreFirst(props.pending.conversationId))) live.outbox.again(props.pending.id)
  }
  const underway = () => (props.pending.state.is === 'refused' ? undefined : props.pending.state.is)
  const takeBack = () => {
    const taken = live.outbox.takeBack(props.pending.id)
    if (taken) composer.restore(taken)
  }
  return (
    <article
      class="message"
      data-direction="out"
      data-kind={props.pending.kind}
      data-pending
      aria-label={t('inbox.message.you')}
    >
      <div class="message-body">
        <div class="message-bubble">
          <Show
            when={props.pending.kind === 'reply'}
            fallback={<NoteText text={props.pending.text} mentions={props.pending.mentions ?? []} />}
          >
            <RichText html={props.pending.bodyHtml} />
          </Show>
          <Show when={props.pending.files.length > 0}>
            <ul class="attached-files">
              <For each={props.pending.files}>
                {(file) => (
                  <li>
                    <FileChip name={file.name} detail={format().bytes(file.sizeBytes)} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
        <Switch>
          <Match when={underway()}>
            {(state) => (
              <p class="message-foot" role="status">
                <span>{t('inbox.message.you')}</span>
                <ReceiptMark receipt={{ state: state() }} />
              </p>
            )}
          </Match>
          <Match when={refused()}>
            {(why) => (
              <div class="receipt-trouble">
                <Banner
                  tone="danger"
                  action={
                    <>
                      <Button size="sm" onClick={() => void again()}>
                        {isDeleted()
                          ? t('inbox.receipt.restore_and_send')
                          : isConflict()
                            ? t('inbox.composer.conflict.anyway')
                            : t('inbox.receipt.retry')}
                      </Button>
                      <Button size="sm" tone="ghost" onClick={takeBack}>
                        {t('inbox.receipt.take_back')}
                      </Button>
                    </>
                  }
                >
                  {hasLeftBefore(why()) ? t('inbox.receipt.left_before') : whyNot(why().error)}
                </Banner>
              </div>
            )}
          </Match>
        </Switch>
        <Show when={underway() === 'waiting'}>
          <Button size="sm" tone="ghost" onClick={takeBack}>
            {t('inbox.receipt.take_back')}
          </Button>
        </Show>
      </div>
    </article>
  )
}
