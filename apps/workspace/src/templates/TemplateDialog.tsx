import { createSignal, Show, untrack } from 'solid-js'
import type { FileView } from '@comptoir/contract/documents'
import type { TemplateView } from '@comptoir/contract/templates'
import { Button } from '@comptoir/ui/Button'
import { Combobox } from '@comptoir/ui/Combobox'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { matchesQuery } from '@comptoir/ui/match-query.ts'
import { RadioGroup } from '@comptoir/ui/RadioGroup'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { AttachButton } from '../inbox/composer/AttachButton.tsx'
import { FileTray } from '../inbox/composer/FileTray.tsx'
import { createTemplateForm } from './create-template-form.ts'
import { FallbackFields } from './FallbackFields.tsx'
import { VariableEditor } from './VariableEditor.tsx'

/** A text to be kept, or one that is. */
export default function TemplateDialog(props: {
  was?: TemplateView
  /** What a new one begins with. */
  given?: { bodyHtml: string; files: FileView[] }
  close: () => void
}) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  // What is typed is not replaced when somebody else changes it meanwhile.
  const was = untrack(() => props.was)
  const form = createTemplateForm(was, untrack(() => props.given) ?? {}, (name) => {
    void showToast({ tone: 'success', text: t('templates.kept', { name }) })
    props.close()
  })
  const [state, setState] = createSignal<'rest' | 'tried'>('rest')
  const errors = () => form.act.fields()
  const nameless = () => (state() === 'tried' && !form.fields.name.trim() ? t('templates.name_missing') : undefined)

  function save() {
    setState('tried')
    if (form.fields.name.trim() && !form.fileProblem() && !form.uploads.isSending()) void form.act.run()
  }

  return (
    <Dialog
      open
      onOpenChange={() => props.close()}
      title={t(was ? 'templates.change_title' : 'templates.add_title')}
      closeLabel={t('common.close')}
      size="lg"
    >
      <Form
        act={form.act}
        onSubmit={save}
        submit={t('common.save')}
        aside={<Button onClick={() => props.close()}>{t('common.cancel')}</Button>}
      >
        <Field label={t('templates.name')} hint={t('templates.name_hint')} error={nameless() ?? errors()['name']}>
          <TextInput
            autocomplete="off"
            maxlength={80}
            value={form.fields.name}
            onText={(text) => form.set('name', text)}
          />
        </Field>
        <Field label={t('templates.category')} error={errors()['category']}>
          <Combobox
            text={form.fields.category}
            maxlength={40}
            onText={(text) => form.set('category', text)}
            options={form
              .categories()
              .filter((one) => one !== form.fields.category && matchesQuery(form.fields.category, one))}
            option={(one) => one}
            onPick={(one) => form.set('category', one)}
            listLabel={t('templates.categories')}
            emptyText={t('templates.category_new')}
            pendingLabel={t('common.loading')}
          />
        </Field>
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {t('templates.text')}
          </span>
          <VariableEditor
            of="template"
            label={t('templates.text')}
            html={untrack(() => form.fields.bodyHtml)}
            wrong={errors()['bodyHtml'] !== undefined}
            pictures={form.pictures}
            onHtml={(html) => form.set('bodyHtml', html)}
            aside={<AttachButton onFiles={(files) => form.uploads.add(files)} />}
          >
            <FileTray
              kind="reply"
              files={form.fields.files}
              uploads={form.uploads}
              onRemove={(id) =>
                form.set(
                  'files',
                  form.fields.files.filter((file) => file.id !== id),
                )
              }
            />
          </VariableEditor>
          <Show when={state() === 'tried' && form.fileProblem()}>
            {(problem) => (
              <p class="field-error" role="alert">
                {problem()}
              </p>
            )}
          </Show>
        </div>
        <FallbackFields names={form.variables()} fallbacks={form.fields.fallbacks} onChange={form.setFallback} />
        <Show when={workspace.isTeam()}>
          <RadioGroup
            label={t('templates.whose')}
            value={form.fields.whose}
            onChange={(whose) => form.set('whose', whose)}
            options={[
              { value: 'team', label: t('templates.team'), hint: t('templates.team_hint') },
              { value: 'own', label: t('templates.own') },
            ]}
          />
        </Show>
      </Form>
    </Dialog>
  )
}
