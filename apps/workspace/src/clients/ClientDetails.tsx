import Mail from 'lucide-solid/icons/mail'
import MapPin from 'lucide-solid/icons/map-pin'
import Phone from 'lucide-solid/icons/phone'
import { For, Show } from 'solid-js'
import type { ClientView } from '@comptoir/contract/clients'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'
import { addressOf } from './client-address.ts'
import { showPhone } from './show-phone.ts'
import './ClientDetails.css'

/** How to reach a client. */
export function ClientDetails(props: { client: ClientView; onEdit: () => void }) {
  const { t } = useLanguage()
  const address = () => addressOf(props.client)
  const isEmpty = () => props.client.phones.length + props.client.emails.length === 0 && !address()
  return (
    <section class="client-section" aria-label={t('clients.details')}>
      <h3 class="client-section-title">{t('clients.details')}</h3>
      <Show when={isEmpty()}>
        <p class="client-empty">{t('clients.no_details')}</p>
        <div>
          <Button size="sm" onClick={() => props.onEdit()}>
            {t('clients.add_email')}
          </Button>
        </div>
      </Show>
      <ul class="client-details">
        <For each={props.client.phones}>
          {(phone) => (
            <li>
              <Phone role="img" aria-label={t('clients.phone')} />
              <a href={`tel:${phone.value.replace(/[^+\d]/g, '')}`}>{showPhone(phone.value)}</a>
            </li>
          )}
        </For>
        <For each={props.client.emails}>
          {(email) => (
            <li>
              <Mail role="img" aria-label={t('clients.email')} />
              <a href={`mailto:${email.value}`}>{email.value}</a>
            </li>
          )}
        </For>
        <Show when={address()}>
          {(lines) => (
            <li>
              <MapPin role="img" aria-label={t('clients.address')} />
              <address>{lines()}</address>
            </li>
          )}
        </Show>
      </ul>
    </section>
  )
}
