import { Show } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'

/** To whom a message of ours went, where that is not simply the client. */
export function SentTo(props: { message: MessageItem }) {
  const { t } = useLanguage()
  const here = useConversation()
  const of = (role: 'to' | 'cc' | 'bcc') =>
    props.message.addressees.flatMap((one) => (one.role === role ? [one.name || one.address] : [])).join(', ')
  const isPlain = () => {
    const [first, ...others] = props.message.addressees
    const isClient = here.opened().client.emails.some(({ value }) => value.toLowerCase() === first?.address)
    return others.length === 0 && (!first || isClient)
  }
  return (
    <Show when={props.message.direction === 'out' && !isPlain()}>
      <span>{t('inbox.composer.to', { to: of('to') })}</span>
      <Show when={of('cc')}>{(to) => <span>{t('inbox.recipients.cc_to', { to: to() })}</span>}</Show>
      <Show when={of('bcc')}>{(to) => <span>{t('inbox.recipients.bcc_to', { to: to() })}</span>}</Show>
    </Show>
  )
}
