import { createSignal, Show, type Accessor } from 'solid-js'
import type { FormView } from '@comptoir/contract/forms'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { createPreview } from './create-preview.ts'

/** The page itself, with what is not saved yet. Nothing in it can be sent, and nothing runs. */
export function FormPreview(props: { form: Accessor<FormView> }) {
  const { t } = useLanguage()
  const [width, setWidth] = createSignal<'phone' | 'wide'>('phone')
  const page = createPreview(() => props.form())
  return (
    <section class="form-preview" aria-label={t('forms.preview')}>
      <div class="form-preview-head">
        <h2 class="card-title">{t('forms.preview')}</h2>
        <SegmentedControl
          label={t('forms.preview')}
          value={width()}
          options={[
            { value: 'phone', label: t('forms.preview_phone') },
            { value: 'wide', label: t('forms.preview_wide') },
          ]}
          onChange={setWidth}
        />
      </div>
      <div class="form-preview-screen" data-width={width()}>
        <Show when={page()} fallback={<SkeletonLines lines={8} />}>
          {(html) => <iframe sandbox="" srcdoc={html()} title={t('forms.preview_of')} />}
        </Show>
      </div>
    </section>
  )
}
