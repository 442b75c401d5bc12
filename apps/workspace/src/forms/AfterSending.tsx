import { Show, type Accessor } from 'solid-js'
import { formLimits, type FormView } from '@comptoir/contract/forms'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { Switch } from '@comptoir/ui/Switch'
import { TextArea } from '@comptoir/ui/TextArea'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import { mailboxOption } from '../messaging/mailbox-option.ts'
import type { FormEditor } from './create-form-editor.ts'

/** What happens once a visitor has sent the form: the thanks, the acknowledgement, and where answers leave from. */
export function AfterSending(props: { editor: FormEditor; form: Accessor<FormView> }) {
  const { t } = useLanguage()
  const { workspace } = useWorkspace()
  const mailboxes = createMailboxes()
  const error = (name: string) => props.editor.save.fields()[name]
  const shared = () =>
    mailboxes
      .ids()
      .map((id) => mailboxes.mailbox(id)!)
      .filter((one) => one.ownerId === null)
  const options = () => {
    const { mailboxId } = props.form()
    const known = shared().map(mailboxOption)
    const isGone = mailboxId !== null && mailboxes.fetched.value() && !known.some(({ value }) => value === mailboxId)
    return [
      { value: '', label: t('forms.mailbox_default') },
      ...known,
      ...(isGone ? [{ value: mailboxId, label: t('forms.mailbox_missing') }] : []),
    ]
  }
  return (
    <Card title={t('forms.answers')}>
      <div class="form">
        <Field label={t('forms.thanks')} error={error('thanks')}>
          <TextArea
            value={props.form().thanks}
            placeholder={t('forms.standard.thanks')}
            maxlength={formLimits.thanks}
            onText={(thanks) => props.editor.change({ thanks })}
          />
        </Field>
        <Switch
          label={t('forms.acknowledgement')}
          hint={t('forms.acknowledgement_hint')}
          checked={props.form().acknowledgement === 'on'}
          onChange={(isOn) => props.editor.change({ acknowledgement: isOn ? 'on' : 'off' })}
        />
        <Show when={props.form().acknowledgement === 'on'}>
          <Field label={t('forms.acknowledgement_text')} error={error('acknowledgementText')}>
            <TextArea
              value={props.form().acknowledgementText}
              placeholder={t('forms.standard.acknowledgement', { business: workspace.name })}
              maxlength={formLimits.acknowledgementText}
              onText={(acknowledgementText) => props.editor.change({ acknowledgementText })}
            />
          </Field>
        </Show>
        <Field label={t('forms.mailbox')}>
          <Select
            value={props.form().mailboxId ?? ''}
            options={options()}
            onChange={(id) => props.editor.change({ mailboxId: id || null })}
          />
        </Field>
      </div>
    </Card>
  )
}
