import { createSignal, Show, untrack, type JSX } from 'solid-js'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { RichText } from '../inbox/RichText.tsx'
import { createPictures } from '../pictures/create-pictures.ts'
import { pictureSizes } from '../templates/picture-sizes.ts'
import { VariableEditor } from '../templates/VariableEditor.tsx'
import './SignatureForm.css'

/** A signature as it is written, and under it as its readers see it. */
export default function SignatureForm(props: {
  html: string
  preview: (html: string) => string | null
  save: (html: string, commandId: string) => Promise<unknown>
  onSaved?: () => void
  aside?: JSX.Element
}) {
  const { t } = useLanguage()
  // What is typed is not replaced when somebody else changes it meanwhile.
  const [html, setHtml] = createSignal(untrack(() => props.html))
  const intend = createIntent()
  const pictures = createPictures({ widest: pictureSizes.signature.medium })
  const save = createAct(async () => {
    await pictures.idle()
    await intend(html(), (commandId) => props.save(html(), commandId))
    void showToast({ tone: 'success', text: t('common.saved') })
    props.onSaved?.()
  })
  return (
    <Form act={save} onSubmit={() => void save.run()} submit={t('common.save')} aside={props.aside}>
      <VariableEditor
        of="signature"
        label={t('signatures.title')}
        html={untrack(html)}
        wrong={save.fields()['html'] !== undefined}
        pictures={pictures}
        onHtml={setHtml}
      />
      <p class="field-hint">{t('signatures.hint')}</p>
      <Show when={props.preview(html())}>
        {(shown) => (
          <div class="signature-preview" role="group" aria-label={t('signatures.preview')}>
            <p class="signature-preview-label" aria-hidden="true">
              {t('signatures.preview')}
            </p>
            <RichText html={shown()} />
          </div>
        )}
      </Show>
    </Form>
  )
}
