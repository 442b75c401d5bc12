import Download from 'lucide-solid/icons/download'
import Gauge from 'lucide-solid/icons/gauge'
import Send from 'lucide-solid/icons/send'
import { Show } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { useLanguage } from '../app/create-language.ts'
import { signInNames } from './connect/sign-in-names.ts'

/** Where its mail comes from, by what it leaves, and how much may. */
export function MailboxWays(props: { mailbox: MailboxView }) {
  const { t } = useLanguage()
  const signedIn = () => {
    const { signIn } = props.mailbox
    return signIn === 'password' ? undefined : t('mailboxes.signed_in', { provider: signInNames[signIn] })
  }
  const limits = () => {
    const { hourlyLimit, dailyLimit } = props.mailbox
    const hourly = hourlyLimit === null ? [] : [t('mailboxes.limits_hourly', { n: hourlyLimit })]
    const daily = dailyLimit === null ? [] : [t('mailboxes.limits_daily', { n: dailyLimit })]
    return [...hourly, ...daily].join(', ')
  }
  return (
    <Show when={props.mailbox.smtp} fallback={<p class="mailbox-way-text">{t('mailboxes.sandbox_text')}</p>}>
      {(smtp) => (
        <ul class="mailbox-ways">
          <li>
            <Download aria-hidden="true" />
            <Show when={props.mailbox.imap} fallback={t('mailboxes.imap_off')}>
              {(imap) => t('mailboxes.reads', { host: imap().host })}
            </Show>
          </li>
          <li>
            <Send aria-hidden="true" />
            {[t('mailboxes.sends', { host: smtp().host }), signedIn()].filter(Boolean).join(' · ')}
          </li>
          <Show when={limits()}>
            <li>
              <Gauge aria-hidden="true" />
              {limits()}
            </li>
          </Show>
        </ul>
      )}
    </Show>
  )
}
