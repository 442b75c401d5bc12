import { createSignal, Show } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { TextArea } from '@comptoir/ui/TextArea'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { fieldsOf, useClientActs } from './client-acts.ts'
import './ClientNote.css'

/** What the team should know of a client, changed where it stands. */
export function ClientNote(props: { client: ClientView }) {
  const { t } = useLanguage()
  const acts = useClientActs()
  // Apart from the card: another's change of it while one writes must not take the words away.
  const [written, setWritten] = createSignal<string>()
  const save = createAct(async () => {
    await acts.change(props.client, { ...fieldsOf(props.client), note: written() ?? '' })
    setWritten(undefined)
  })
  const leave = () => {
    save.forget()
    setWritten(undefined)
  }
  return (
    <section class="client-section" aria-label={t('clients.note')}>
      <h3 class="client-section-title">{t('clients.note')}</h3>
      <Show
        when={written() !== undefined}
        fallback={
          <button
            type="button"
            class="client-note"
            data-empty={!props.client.note || undefined}
            onClick={() => setWritten(props.client.note)}
          >
            <span class="visually-hidden">{t('clients.edit_note')} </span>
            {props.client.note || t('clients.note_empty')}
          </button>
        }
      >
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
            leave()
          }}
        >
          <Show when={save.refusal() ?? save.fields()['note']}>
            {(sentence) => <Banner tone="danger">{sentence()}</Banner>}
          </Show>
          <TextArea
            ref={(area: HTMLTextAreaElement) => queueMicrotask(() => area.focus())}
            rows={4}
            maxlength={10_000}
            aria-label={t('clients.note')}
            value={written()}
            onText={setWritten}
          />
          <div class="client-note-acts">
            <Button size="sm" type="submit" tone="primary" busy={save.busy()}>
              {t('clients.save')}
            </Button>
            <Button size="sm" onClick={leave}>
              {t('clients.cancel')}
            </Button>
          </div>
        </form>
      </Show>
    </section>
  )
}
