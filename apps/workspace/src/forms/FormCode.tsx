import Copy from 'lucide-solid/icons/copy'
import type { FieldView } from '@comptoir/contract/client-fields'
import type { FieldKind, FormField, FormView } from '@comptoir/contract/forms'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { createSetup } from '../clients/create-setup.ts'
import { useCopy } from '../app/use-copy.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** How the form comes to the site of the business: code to paste, or an address to link to. */
export function FormCode(props: { form: FormView }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const setup = createSetup()
  const address = `${location.origin}/form/${slug}`
  const words = () => props.form.title || t('forms.standard.title')
  const title = () => words().replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const script = () => `<script src="${address}.js" title="${title()}" async></script>`
  const frame = () =>
    `<iframe src="${address}" title="${title()}" referrerpolicy="no-referrer-when-downgrade" ` +
    `style="width:100%;height:${heightOf(props.form, setup.fields())}px;border:0"></iframe>`
  return (
    <Card title={t('forms.code')}>
      <div class="form">
        <Code label={t('forms.code_script')} hint={t('forms.code_script_hint')} text={script()} />
        <Code label={t('forms.code_frame')} hint={t('forms.code_frame_hint')} text={frame()} />
        <Code label={t('forms.page_address')} hint={t('forms.page_address_hint')} text={address} />
      </div>
    </Card>
  )
}

function Code(props: { label: string; hint: string; text: string }) {
  const { t } = useLanguage()
  let line: HTMLDivElement | undefined
  const copy = useCopy()
  const input = () => line?.querySelector('input')
  const select = () => input()?.select()
  return (
    <Field label={props.label} hint={props.hint}>
      <div class="form-code" ref={line}>
        <TextInput readonly value={props.text} spellcheck={false} onFocus={select} />
        <IconButton
          tone="secondary"
          label={`${t('common.copy')} · ${props.label}`}
          onClick={() => void copy(props.text, select)}
        >
          <Copy />
        </IconButton>
      </div>
    </Field>
  )
}

/** Room enough for the page on a phone, with a line under some of its fields: without a script it cannot grow. */
function heightOf({ fields, files, intro }: FormView, own: readonly FieldView[]) {
  const inner = fields.reduce((sum, field) => sum + heightOfField(field, own) + linesOf(field.label) * 21, 0)
  return Math.ceil((200 + inner + linesOf(intro) * 24 + (files === 'allowed' ? 120 : 0)) / 20) * 20
}

function heightOfField(field: FormField, own: readonly FieldView[]) {
  const of = field.kind === 'own' ? own.find(({ id }) => id === field.fieldId) : undefined
  if (of?.kind === 'choices') return 50 + of.choices.length * 34
  return heights[of?.kind === 'checkbox' ? 'checkbox' : field.kind] ?? 92
}

function linesOf(text: string) {
  return Math.ceil(text.length / 44)
}

const heights: Partial<Record<FieldKind, number>> = { message: 212, text: 142, checkbox: 62 }
