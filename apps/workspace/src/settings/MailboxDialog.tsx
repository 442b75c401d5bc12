import { untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { limitFrom } from './limit-from.ts'
import { LimitFields } from './LimitFields.tsx'
import { OwnerField } from './OwnerField.tsx'

/** What a mailbox is called, whose it is, and how much it may send. */
export default function MailboxDialog(props: { mailbox: MailboxView; close: () => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const mailbox = api.api.w[':slug'].messaging.mailboxes[':mailboxId']
  // What is typed is not replaced when somebody else changes the mailbox meanwhile.
  const { id: mailboxId, name, address, ownerId, hourlyLimit, dailyLimit } = untrack(() => props.mailbox)
  const [fields, setFields] = createStore({
    name,
    address,
    ownerId,
    hourlyLimit: String(hourlyLimit ?? ''),
    dailyLimit: String(dailyLimit ?? ''),
  })
  const intend = createIntent()
  const save = createAct(async () => {
    const limits = { hourlyLimit: limitFrom(fields.hourlyLimit), dailyLimit: limitFrom(fields.dailyLimit) }
    const input = { ...fields, ...limits }
    await intend(input, (commandId) =>
      ask(mailbox.$post({ param: { slug, mailboxId }, json: { commandId, ...input } })),
    )
    void showToast({ tone: 'success', text: t('common.saved') })
    props.close()
  })
  return (
    <Dialog
      open
      onOpenChange={() => props.close()}
      title={t('mailboxes.change_title', { name })}
      closeLabel={t('common.close')}
    >
      <Form
        act={save}
        onSubmit={() => void save.run()}
        submit={t('common.save')}
        aside={<Button onClick={() => props.close()}>{t('common.cancel')}</Button>}
      >
        <Field
          label={t('mailboxes.mailbox_name')}
          hint={t('mailboxes.mailbox_name_hint')}
          error={save.fields()['name']}
        >
          <TextInput autocomplete="off" value={fields.name} onText={(text) => setFields('name', text)} />
        </Field>
        <Field label={t('common.email')} error={save.fields()['address']}>
          <TextInput
            type="email"
            autocomplete="off"
            value={fields.address}
            onText={(text) => setFields('address', text)}
          />
        </Field>
        <OwnerField
          ownerId={fields.ownerId}
          onChange={(next) => setFields('ownerId', next)}
          fixed={props.mailbox.isDefault ? t('mailboxes.owner_default_hint') : undefined}
          error={save.fields()['ownerId']}
        />
        <LimitFields
          hourly={fields.hourlyLimit}
          daily={fields.dailyLimit}
          usual={null}
          errors={save.fields()}
          onChange={setFields}
        />
      </Form>
    </Dialog>
  )
}
