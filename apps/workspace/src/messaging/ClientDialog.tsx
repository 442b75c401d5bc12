import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ClientFound } from '@comptoir/contract/clients'
import { Combobox } from '@comptoir/ui/Combobox'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'

// One asks while typing, not at every letter.
const restMs = 150

/** Finds the client a mail belongs to. */
export default function ClientDialog(props: { close: () => void; onPick: (clientId: string) => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const showRefusal = useShowRefusal()
  const [words, setWords] = createSignal('')
  const [found, setFound] = createSignal<ClientFound[]>()
  createEffect(
    on(words, (of) => {
      setFound(undefined)
      let late = false
      const timer = setTimeout(() => {
        ask(api.api.w[':slug'].clients.$get({ param: { slug }, query: { words: of } })).then(
          (clients) => late || setFound(clients),
          showRefusal,
        )
      }, restMs)
      onCleanup(() => {
        late = true
        clearTimeout(timer)
      })
    }),
  )
  return (
    <Dialog open onOpenChange={props.close} title={t('messaging.sort_to_client')} closeLabel={t('common.close')}>
      <Field label={t('messaging.client')} hint={t('messaging.client_hint')}>
        <Combobox
          text={words()}
          onText={setWords}
          options={found()}
          option={(client) => (
            <span class="client-found">
              <span>{client.name}</span>
              <span class="client-found-detail">{[client.email, client.town].filter(Boolean).join(' · ')}</span>
            </span>
          )}
          onPick={(client) => props.onPick(client.id)}
          listLabel={t('messaging.client')}
          emptyText={t('messaging.no_client')}
          pendingLabel={t('common.loading')}
        />
      </Field>
    </Dialog>
  )
}
