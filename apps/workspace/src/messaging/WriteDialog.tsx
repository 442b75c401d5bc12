import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextArea } from '@comptoir/ui/TextArea'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { createMailboxes } from './create-mailboxes.ts'
import { mailboxOption } from './mailbox-option.ts'

/** A first letter to the business, from somebody it may not know yet. */
export default function WriteDialog(props: { close: () => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const mailboxes = createMailboxes()
  const [input, setInput] = createStore({ name: '', from: '', subject: '', body: '', mailboxId: '' })
  const all = () => mailboxes.fetched.value()?.mailboxes ?? []
  const mailboxId = () => input.mailboxId || (all().find((one) => one.isDefault) ?? all()[0])?.id || ''
  const intend = createIntent()
  const write = createAct(async () => {
    const letter = { ...input, mailboxId: mailboxId() }
    await intend(letter, (commandId) =>
      ask(api.api.w[':slug'].messaging.sandbox.write.$post({ param: { slug }, json: { commandId, ...letter } })),
    )
    void showToast({ tone: 'success', text: t('messaging.answered', { name: input.name || input.from }) })
    props.close()
  })
  const errors = write.fields
  return (
    <Dialog
      open
      onOpenChange={props.close}
      title={t('messaging.write_title')}
      description={t('messaging.write_text')}
      closeLabel={t('common.close')}
    >
      <Form
        act={write}
        onSubmit={() => void write.run()}
        submit={t('common.send')}
        aside={<Button onClick={() => props.close()}>{t('common.cancel')}</Button>}
      >
        <Field label={t('messaging.write_name')} error={errors()['name']}>
          <TextInput autocomplete="off" value={input.name} onText={(text) => setInput('name', text)} />
        </Field>
        <Field label={t('messaging.write_from')} error={errors()['from']}>
          <TextInput
            type="email"
            autocomplete="off"
            placeholder={t('messaging.write_from_example')}
            value={input.from}
            onText={(text) => setInput('from', text)}
          />
        </Field>
        <Show when={all().length > 1}>
          <Field label={t('messaging.for')} error={errors()['mailboxId']}>
            <Select
              value={mailboxId()}
              options={all().map(mailboxOption)}
              onChange={(value) => setInput('mailboxId', value)}
            />
          </Field>
        </Show>
        <Field label={t('messaging.subject')} error={errors()['subject']}>
          <TextInput autocomplete="off" value={input.subject} onText={(text) => setInput('subject', text)} />
        </Field>
        <Field label={t('messaging.text')} error={errors()['body']}>
          <TextArea rows={5} value={input.body} onText={(text) => setInput('body', text)} />
        </Field>
      </Form>
    </Dialog>
  )
}
