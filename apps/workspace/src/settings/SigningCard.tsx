import { For, Show } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Card } from '@comptoir/ui/Card'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { createSigningDomains } from '../messaging/create-signing-domains.ts'
import { SigningOfDomain } from './SigningOfDomain.tsx'
import './SigningCard.css'

/** How what leaves is signed in the name of each domain, and what is still to be done for it. */
export function SigningCard(props: { mailboxes: MailboxView[] }) {
  const { t } = useLanguage()
  const domains = createSigningDomains(() => props.mailboxes)
  return (
    <Card title={t('signing.title')}>
      <div class="signing">
        <p class="page-text">{t('signing.text')}</p>
        <Fetched of={domains.fetched} loading={<SkeletonLines lines={2} />}>
          {() => (
            <Show when={domains.names().length > 0} fallback={<p class="page-text">{t('signing.none')}</p>}>
              <ul class="signing-domains">
                <For each={domains.names()}>
                  {(name) => <Show when={domains.domain(name)}>{(of) => <SigningOfDomain of={of()} />}</Show>}
                </For>
              </ul>
            </Show>
          )}
        </Fetched>
      </div>
    </Card>
  )
}
