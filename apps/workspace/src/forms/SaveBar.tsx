import { createEffect, Show } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'
import type { FormEditor } from './create-form-editor.ts'

/** Always in sight while something is not saved, and what to do where somebody else was quicker. */
export function SaveBar(props: { editor: FormEditor }) {
  const { t } = useLanguage()
  createEffect(() => {
    if (Object.keys(props.editor.save.fields()).length > 0)
      document.querySelector<HTMLElement>('.form-editing [aria-invalid="true"]')?.focus()
  })
  return (
    <Show when={props.editor.isChanged()}>
      <div class="form-save">
        <Show when={props.editor.save.refusal()}>{(sentence) => <Banner tone="danger">{sentence()}</Banner>}</Show>
        <Show when={props.editor.isBehind()}>
          <Banner tone="warning">{t('forms.changed')}</Banner>
        </Show>
        <div class="form-save-acts">
          <Show
            when={props.editor.isBehind()}
            fallback={
              <>
                <span class="form-save-words">{t('forms.unsaved')}</span>
                <Button onClick={() => props.editor.discard()}>{t('forms.discard')}</Button>
                <Button tone="primary" busy={props.editor.save.busy()} onClick={() => void props.editor.save.run()}>
                  {t('common.save')}
                </Button>
              </>
            }
          >
            <Button onClick={() => props.editor.takeTheirs()}>{t('forms.take_theirs')}</Button>
            <Button tone="primary" onClick={() => props.editor.keepMine()}>
              {t('forms.keep_mine')}
            </Button>
          </Show>
        </div>
      </div>
    </Show>
  )
}
