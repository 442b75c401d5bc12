import { Show } from 'solid-js'
import { mayWriteFrom } from '@comptoir/contract/may-write-from'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import { mailboxOption } from '../messaging/mailbox-option.ts'

/** The mailbox a conversation begins from, where there is more than one to choose; the default one until then. */
export function SenderField(props: { mailboxId: string | undefined; onChange: (mailboxId: string) => void }) {
  const { t } = useLanguage()
  const { me, role } = useWorkspace()
  const mailboxes = createMailboxes()
  const mine = () =>
    mailboxes.fetched
      .value()
      ?.mailboxes.filter(({ ownerId }) => mayWriteFrom(ownerId, { userId: me().userId, role: role() })) ?? []
  const chosen = () => mine().find(({ id }) => id === props.mailboxId) ?? mine().find(({ isDefault }) => isDefault)
  return (
    <Show when={mine().length > 1}>
      <Field label={t('inbox.start.from')}>
        <Select value={chosen()?.id ?? ''} options={mine().map(mailboxOption)} onChange={(id) => props.onChange(id)} />
      </Field>
    </Show>
  )
}
