import { createSignal } from 'solid-js'
import { Combobox } from '@comptoir/ui/Combobox'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { createClientFinder } from '../app/create-client-finder.ts'
import { useLanguage } from '../app/create-language.ts'

/** Finds the client a mail belongs to. */
export default function ClientDialog(props: { close: () => void; onPick: (clientId: string) => void }) {
  const { t } = useLanguage()
  const [words, setWords] = createSignal('')
  const found = createClientFinder(words)
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
