import { createEffect, createMemo, createSignal, createUniqueId, For, Match, Show, Switch, untrack } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { focusFirstField } from '@comptoir/ui/focus-first-field.ts'
import { RadioGroup } from '@comptoir/ui/RadioGroup'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../../app/create-language.ts'
import { CouldNot } from '../../app/Fetched.tsx'
import { useInbox } from '../inbox-context.ts'
import { useNow } from '../use-now.ts'
import { createMergingActs } from './create-merging-acts.ts'
import '../../app/Form.css'
import '@comptoir/ui/Choice.css'
import './MergedChoice.css'
import './SplitDialog.css'

/** Which message becomes a conversation of its own, and whether what follows goes with it: newest first. */
export default function SplitDialog(props: {
  conversationId: string
  messageId: string | undefined
  onDone: () => void
}) {
  const { t } = useLanguage()
  const { live } = useInbox()
  const acts = createMergingActs()
  const [wantedId, want] = createSignal(untrack(() => props.messageId))
  const [part, setPart] = createSignal<'alone' | 'onwards'>('alone')
  createEffect(() => live.opened.open(props.conversationId))
  const state = () => live.opened.state(props.conversationId)
  const opened = () => {
    const now = state()
    return now.is === 'ready' ? now.slice : undefined
  }
  const failure = createMemo(() => {
    const now = state()
    return now.is === 'failed' ? { error: now.error } : undefined
  })
  const messages = createMemo(() =>
    (opened()?.items ?? []).filter((item): item is MessageItem => item.is === 'message').reverse(),
  )
  const messageId = () => (messages().find(({ id }) => id === wantedId()) ?? messages()[0])?.id
  const isOnly = () => messages().length < 2 && opened()?.before === null

  function split() {
    const id = messageId()
    if (!id) return
    props.onDone()
    void acts.split(props.conversationId, id, part())
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('merging.split_title')}
      description={t('merging.split_text')}
      closeLabel={t('common.close')}
    >
      <Switch fallback={<SkeletonLines lines={6} />}>
        <Match when={failure()}>
          {(failed) => <CouldNot error={failed().error} retry={() => live.opened.retry(props.conversationId)} />}
        </Match>
        <Match when={opened() && isOnly()}>
          <Banner tone="info">{t('merging.split_only')}</Banner>
        </Match>
        <Match when={opened()}>
          {(one) => (
            <form
              class="form"
              novalidate
              // It may come after the dialog, which then began at its cross.
              ref={(form) => queueMicrotask(() => focusFirstField(form))}
              onSubmit={(event) => {
                event.preventDefault()
                split()
              }}
            >
              <Choice
                messages={messages()}
                clientName={one().client.name}
                chosenId={messageId()}
                onChoose={want}
                onEarlier={one().before === null ? undefined : () => void live.earlier.ask(props.conversationId)}
              />
              <RadioGroup
                label={t('merging.split_part')}
                value={part()}
                onChange={setPart}
                options={[
                  { value: 'alone', label: t('merging.split_part_alone') },
                  { value: 'onwards', label: t('merging.split_part_onwards') },
                ]}
              />
              <div class="form-foot">
                <Button type="submit" tone="primary">
                  {t('merging.split_submit')}
                </Button>
                <Button onClick={() => props.onDone()}>{t('common.cancel')}</Button>
              </div>
            </form>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

function Choice(props: {
  messages: MessageItem[]
  clientName: string
  chosenId: string | undefined
  onChoose: (id: string) => void
  onEarlier: (() => void) | undefined
}) {
  const { t, format } = useLanguage()
  const now = useNow()
  const name = createUniqueId()
  return (
    <fieldset class="merged-choice">
      <legend class="field-label">{t('merging.split_which')}</legend>
      <div class="split-choice">
        <For each={props.messages}>
          {(message) => (
            <label class="choice merged-one" data-stays={message.id === props.chosenId || undefined}>
              <input
                type="radio"
                name={name}
                value={message.id}
                checked={message.id === props.chosenId}
                autofocus={message.id === props.chosenId}
                onChange={() => props.onChoose(message.id)}
              />
              <span class="merged-one-words">
                <span class="truncate">{message.text.trim() || message.subject}</span>
                <span class="choice-hint truncate">
                  {message.authorName || props.clientName} · {format().when(message.at, now())}
                </span>
              </span>
            </label>
          )}
        </For>
        <Show when={props.onEarlier}>
          {(ask) => (
            <Button size="sm" tone="ghost" onClick={() => ask()()}>
              {t('merging.split_earlier')}
            </Button>
          )}
        </Show>
      </div>
    </fieldset>
  )
}
