import ExternalLink from 'lucide-solid/icons/external-link'
import { Show, type Accessor } from 'solid-js'
import type { FormView } from '@comptoir/contract/forms'
import { Card } from '@comptoir/ui/Card'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { Switch } from '@comptoir/ui/Switch'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { AfterSending } from './AfterSending.tsx'
import { createFormEditor, type FormEditor } from './create-form-editor.ts'
import { FieldList } from './FieldList.tsx'
import { FormCode } from './FormCode.tsx'
import { FormPreview } from './FormPreview.tsx'
import { FormWords } from './FormWords.tsx'
import { SaveBar } from './SaveBar.tsx'
import '../app/Form.css'
import './FormSettings.css'

/** The form a business puts on its site: its fields and words, how it looks, and the code that brings it there. */
export default function FormSettings() {
  const { t } = useLanguage()
  const editor = createFormEditor()
  usePageTitle(() => t('forms.title'))
  return (
    <div class="page-body form-settings">
      <p class="page-text">{t('forms.about')}</p>
      <Fetched of={editor.fetched} loading={<SkeletonRows rows={6} label={t('common.loading')} />}>
        {() => <Show when={editor.form()}>{(form) => <Parts editor={editor} form={form} />}</Show>}
      </Fetched>
    </div>
  )
}

function Parts(props: { editor: FormEditor; form: Accessor<FormView> }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  return (
    <div class="form-parts">
      <div class="form-editing">
        <Card>
          <div class="form-state">
            <Switch
              label={t('forms.open')}
              hint={t('forms.open_hint')}
              checked={props.editor.state() === 'on'}
              onChange={(isOn) => props.editor.turn(isOn ? 'on' : 'off')}
            />
            <Show when={props.editor.saved()?.state === 'on'}>
              <LinkButton href={`/form/${workspace.workspace.slug}`} target="_blank" icon={<ExternalLink />}>
                {t('forms.open_page')}
              </LinkButton>
            </Show>
          </div>
        </Card>
        <FieldList editor={props.editor} form={props.form} />
        <FormWords editor={props.editor} form={props.form} />
        <AfterSending editor={props.editor} form={props.form} />
        <Show when={props.editor.saved()}>{(saved) => <FormCode form={saved()} />}</Show>
        <SaveBar editor={props.editor} />
      </div>
      <FormPreview form={props.form} />
    </div>
  )
}
