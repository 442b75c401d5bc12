import { createSignal, untrack } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
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

/** The name and address of a mailbox: a new one, or the one given. */
export default function MailboxDialog(props: { mailbox?: MailboxView; close: () => void }) {
  const { t } = useLanguage()
  const { slug, workspace } = useWorkspace()
  const boxes = api.api.w[':slug'].messaging.mailboxes
  const before = untrack(() => props.mailbox)
  const [name, setName] = createSignal(before?.name ?? workspace.name)
  const [address, setAddress] = createSignal(before?.address ?? '')
  const newId = makeId()
  const intend = createIntent()
  const save = createAct(async () => {
    const input = { name: name(), address: address() }
    await intend(input, async (commandId) => {
      const json = { commandId, ...input }
      if (!before) return ask(boxes.$post({ param: { slug }, json: { ...json, id: newId } }))
      return ask(boxes[':mailboxId'].$post({ param: { slug, mailboxId: before.id }, json }))
    })
    void showToast({ tone: 'success', text: t('common.saved') })
    props.close()
  })
  return (
    <Dialog
      open
      onOpenChange={props.close}
      title={props.mailbox ? t('settings.mailbox_change') : t('settings.mailbox_add')}
      description={props.mailbox ? undefined : t('settings.mailbox_add_text')}
      closeLabel={t('common.close')}
    >
      <Form
        act={save}
        onSubmit={() => void save.run()}
        submit={props.mailbox ? t('common.save') : t('common.add')}
        aside={<Button onClick={() => props.close()}>{t('common.cancel')}</Button>}
      >
        <Field label={t('settings.mailbox_name')} hint={t('settings.mailbox_name_hint')} error={save.fields()['name']}>
          <TextInput autocomplete="off" value={name()} onText={setName} />
        </Field>
        <Field label={t('common.email')} error={save.fields()['address']}>
          <TextInput type="email" autocomplete="off" value={address()} onText={setAddress} />
        </Field>
      </Form>
    </Dialog>
  )
}
