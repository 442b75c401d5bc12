import { createMemo, For, Show } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { TextArea } from '@comptoir/ui/TextArea'
import { useLanguage } from '../app/create-language.ts'
import { createAdding } from './create-adding.ts'
import { useClientActs } from './client-acts.ts'
import { ClientNote } from './ClientNote.tsx'
import './ClientNotes.css'

/** What the team should know of a client; the client never reads it. */
export function ClientNotes(props: { client: ClientView }) {
  const { t } = useLanguage()
  const acts = useClientActs()
  const byId = createMemo(() => new Map(props.client.notes.map((note) => [note.id, note])))
  const add = createAdding((body) => acts.addNote(props.client.id, body))
  return (
    <section class="client-section" aria-label={t('card.tabs.notes')}>
      <form
        class="client-note-form"
        onSubmit={(event) => {
          event.preventDefault()
          void add.run()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add.run()
        }}
      >
        <Show when={add.problem()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
        <TextArea
          rows={2}
          maxlength={4000}
          aria-label={t('card.new_note')}
          placeholder={t('clients.note_empty')}
          value={add.text()}
          onText={add.setText}
        />
        <Show when={add.text().trim()}>
          <div class="client-note-acts">
            <Button size="sm" type="submit" tone="primary">
              {t('card.add_note')}
            </Button>
          </div>
        </Show>
      </form>
      <Show when={props.client.notes.length > 0} fallback={<p class="client-empty">{t('card.no_notes')}</p>}>
        <ul class="client-notes">
          <For each={[...byId().keys()]}>
            {(id) => (
              <Show when={byId().get(id)}>{(note) => <ClientNote clientId={props.client.id} note={note()} />}</Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
