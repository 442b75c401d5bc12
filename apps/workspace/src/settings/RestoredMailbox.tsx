import { Show } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Banner } from '@comptoir/ui/Banner'
import { useLanguage, type MessageKey } from '../app/create-language.ts'

/** Why a mailbox that came out of a backup is paused, and what to do before it goes on. */
export function RestoredMailbox(props: { mailbox: Pick<MailboxView, 'state' | 'lastProblem'> }) {
  const { t } = useLanguage()
  const sentence = () => (props.mailbox.state === 'paused' ? sentences.get(props.mailbox.lastProblem ?? '') : undefined)
  return <Show when={sentence()}>{(key) => <Banner tone="warning">{t(key())}</Banner>}</Show>
}

const sentences = new Map<string, MessageKey>([
  ['restored', 'backup.mailbox_restored'],
  ['secret_left_out', 'backup.mailbox_secret_left_out'],
])
