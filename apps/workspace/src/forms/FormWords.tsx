import type { Accessor } from 'solid-js'
import { formFileLimits, formLimits, type FormView } from '@comptoir/contract/forms'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { Switch } from '@comptoir/ui/Switch'
import { TextArea } from '@comptoir/ui/TextArea'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import type { FormEditor } from './create-form-editor.ts'

/** What stands above the fields, and whether files may come with them. */
export function FormWords(props: { editor: FormEditor; form: Accessor<FormView> }) {
  const { t } = useLanguage()
  const error = (name: string) => props.editor.save.fields()[name]
  return (
    <Card title={t('forms.words')}>
      <div class="form">
        <Field label={t('forms.heading')} error={error('title')}>
          <TextInput
            value={props.form().title}
            placeholder={t('forms.standard.title')}
            maxlength={formLimits.title}
            autocomplete="off"
            onText={(title) => props.editor.change({ title })}
          />
        </Field>
        <Field label={t('forms.intro')} error={error('intro')}>
          <TextArea
            value={props.form().intro}
            maxlength={formLimits.intro}
            onText={(intro) => props.editor.change({ intro })}
          />
        </Field>
        <Switch
          label={t('forms.files')}
          hint={t('forms.files_hint', formFileLimits)}
          checked={props.form().files === 'allowed'}
          onChange={(isAllowed) => props.editor.change({ files: isAllowed ? 'allowed' : 'refused' })}
        />
      </div>
    </Card>
  )
}
