import { Show } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'

/** The other mailboxes a message came to, by their names of now. */
export function AlsoIn(props: { mailboxIds: string[] }) {
  const { t } = useLanguage()
  const mailboxes = useInbox().mailboxes()
  const names = () => props.mailboxIds.flatMap((id) => mailboxes.mailbox(id)?.name ?? [])
  return (
    <Show when={names().length > 0}>
      <span>{t('inbox.message.also_in', { mailboxes: names().join(', ') })}</span>
    </Show>
  )
}
