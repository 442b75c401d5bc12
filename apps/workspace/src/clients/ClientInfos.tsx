import { createMemo, createSignal, For, Show } from 'solid-js'
import { isStandard } from '@comptoir/contract/client-fields'
import { valueOf } from '@comptoir/contract/field-values'
import type { ClientView } from '@comptoir/contract/clients'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'
import { useCardFields } from './card-fields.ts'
import { ClientTags } from './ClientTags.tsx'
import { createSetup } from './create-setup.ts'
import { FieldLine } from './FieldLine.tsx'
import { PinnedNotes } from './PinnedNotes.tsx'

/** What is known of a client: tags, details, and what the business keeps besides. */
export function ClientInfos(props: { client: ClientView; onNotes: () => void }) {
  const { t, format } = useLanguage()
  const fields = useCardFields(createSetup())
  const [shown, setShown] = createSignal<'filled' | 'all'>('filled')
  // By id: what changes elsewhere must not take away the line one writes in.
  const byId = createMemo(() => new Map(fields().map((field) => [field.id, field])))
  // What said something when the card was opened stays while one empties it.
  const [stays, setStays] = createSignal<ReadonlySet<string>>(new Set())
  const isShown = (id: string) => {
    const field = byId().get(id)
    const isFilled = field !== undefined && valueOf(props.client, id).length > 0
    if (isFilled && !stays().has(id)) setStays((before) => new Set(before).add(id))
    return shown() === 'all' || field?.always === 'always' || isFilled || stays().has(id)
  }
  const usual = createMemo(() => [...byId().keys()].filter((id) => isStandard(id) && isShown(id)))
  const own = createMemo(() => [...byId().keys()].filter((id) => !isStandard(id)))
  return (
    <>
      <ClientTags client={props.client} />
      <PinnedNotes client={props.client} onNotes={() => props.onNotes()} />
      <section class="client-section" aria-label={t('clients.details')}>
        <h3 class="client-section-title">{t('clients.details')}</h3>
        <div class="client-fields">
          <For each={usual()}>
            {(id) => (
              <Show when={byId().get(id)}>{(field) => <FieldLine client={props.client} field={field()} />}</Show>
            )}
          </For>
        </div>
        <div class="client-fields-more">
          <Button
            size="sm"
            tone="ghost"
            aria-expanded={shown() === 'all'}
            onClick={() => setShown(shown() === 'all' ? 'filled' : 'all')}
          >
            {t(shown() === 'all' ? 'card.fewer' : 'card.more')}
          </Button>
        </div>
      </section>
      <Show when={own().length > 0}>
        <section class="client-section" aria-label={t('card.own')}>
          <h3 class="client-section-title">{t('card.own')}</h3>
          <div class="client-fields">
            <For each={own()}>
              {(id) => (
                <Show when={byId().get(id)}>{(field) => <FieldLine client={props.client} field={field()} />}</Show>
              )}
            </For>
          </div>
        </section>
      </Show>
      <p class="client-card-since">{t('clients.since', { date: format().date(props.client.createdAt) })}</p>
    </>
  )
}
