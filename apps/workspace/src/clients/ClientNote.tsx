import Pencil from 'lucide-solid/icons/pencil'
import Pin from 'lucide-solid/icons/pin'
import PinOff from 'lucide-solid/icons/pin-off'
import Trash from 'lucide-solid/icons/trash'
import { createSignal, Show } from 'solid-js'
import type { ClientNoteView } from '@comptoir/contract/clients'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { IconButton } from '@comptoir/ui/IconButton'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextArea } from '@comptoir/ui/TextArea'
import { Refused } from '@comptoir/wire/ask'
import { createAct, createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useNow } from '../inbox/use-now.ts'
import { useClientActs } from './client-acts.ts'

/** One note: who wrote it and when; changed where it stands, pinned, or taken away with a way back. */
export function ClientNote(props: { clientId: string; note: ClientNoteView }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const now = useNow()
  const acts = useClientActs()
  const [written, setWritten] = createSignal<string>()
  const [seen, setSeen] = createSignal('')
  const author = () =>
    props.note.authorId === workspace.me().userId ? t('inbox.message.you') : workspace.memberName(props.note.authorId)
  const theirs = () => (written() !== undefined && props.note.body !== seen() ? props.note.body : undefined)

  const save = createAct(async () => {
    const body = (written() ?? '').trim()
    if (!body) return
    try {
      await acts.changeNote(props.clientId, props.note.id, { body, was: seen(), place: props.note.pinned })
    } catch (error) {
      // What a colleague wrote is shown beside it as soon as it is here.
      if (error instanceof Refused && error.body.message === 'errors.field_changed') return
      throw error
    }
    setWritten(undefined)
  })
  const pin = createPress(() => {
    const place = props.note.pinned === 'pinned' ? 'among' : 'pinned'
    return acts.changeNote(props.clientId, props.note.id, { body: props.note.body, was: props.note.body, place })
  })
  const putBack = createPress((note: ClientNoteView) =>
    acts.changeNote(props.clientId, note.id, { body: note.body, was: note.body, place: note.pinned }),
  )
  const remove = createPress(async () => {
    const note = { ...props.note }
    await acts.removeNote(props.clientId, note.id)
    void showToast({
      text: t('card.note_removed'),
      action: { label: t('common.undo'), onClick: () => void putBack.run(note) },
    })
  })
  function begin() {
    setSeen(props.note.body)
    setWritten(props.note.body)
  }
  function keepMine() {
    setSeen(props.note.body)
    void save.run()
  }

  return (
    <li class="client-note" data-pinned={props.note.pinned === 'pinned' || undefined}>
      <Show when={written() !== undefined} fallback={<p class="client-note-body">{props.note.body}</p>}>
        <form
          class="client-note-form"
          onSubmit={(event) => {
            event.preventDefault()
            void save.run()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save.run()
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            setWritten(undefined)
          }}
        >
          <Show when={save.refusal()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
          <TextArea
            ref={(area: HTMLTextAreaElement) => queueMicrotask(() => area.focus())}
            rows={4}
            maxlength={4000}
            aria-label={t('clients.edit_note')}
            value={written()}
            onText={setWritten}
          />
          <Show when={theirs()}>
            {(other) => (
              <div class="client-field-quicker" role="status">
                <p>
                  {t('card.quicker')} <strong>{other()}</strong>
                </p>
                <span>
                  <Button size="sm" onClick={() => setWritten(undefined)}>
                    {t('card.take_theirs')}
                  </Button>
                  <Button size="sm" tone="primary" onClick={keepMine}>
                    {t('card.keep_mine')}
                  </Button>
                </span>
              </div>
            )}
          </Show>
          <div class="client-note-acts">
            <Button size="sm" type="submit" tone="primary" busy={save.busy()}>
              {t('clients.save')}
            </Button>
            <Button size="sm" onClick={() => setWritten(undefined)}>
              {t('clients.cancel')}
            </Button>
          </div>
        </form>
      </Show>
      <div class="client-note-foot">
        <span class="client-note-by">
          {author()}
          {author() && ' · '}
          <time datetime={props.note.createdAt} title={format().full(props.note.createdAt)}>
            {format().when(props.note.createdAt, now())}
          </time>
          <Show when={props.note.changedAt}> · {t('card.note_changed')}</Show>
        </span>
        <IconButton
          size="sm"
          label={t(props.note.pinned === 'pinned' ? 'card.unpin' : 'card.pin')}
          aria-pressed={props.note.pinned === 'pinned'}
          onClick={() => void pin.run()}
        >
          <Show when={props.note.pinned === 'pinned'} fallback={<Pin />}>
            <PinOff />
          </Show>
        </IconButton>
        <IconButton size="sm" label={t('clients.edit_note')} onClick={begin}>
          <Pencil />
        </IconButton>
        <IconButton size="sm" label={t('card.remove_note')} onClick={() => void remove.run()}>
          <Trash />
        </IconButton>
      </div>
    </li>
  )
}
