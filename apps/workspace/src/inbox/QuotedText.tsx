import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { PlainText } from './PlainText.tsx'
import './QuotedText.css'

/** What a message repeats of earlier ones, folded. */
export function QuotedText(props: { text: string }) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const [state, setState] = createSignal<'folded' | 'open'>('folded')
  const label = () => (state() === 'open' ? t('inbox.message.hide_quote') : t('inbox.message.show_quote'))
  return (
    <Show when={props.text}>
      <button
        type="button"
        class="quoted-button"
        aria-label={label()}
        data-tooltip={label()}
        aria-expanded={state() === 'open'}
        aria-controls={id}
        onClick={() => setState(state() === 'open' ? 'folded' : 'open')}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      <div id={id} hidden={state() === 'folded'}>
        <Show when={state() === 'open'}>
          <blockquote class="quoted-text">
            <PlainText text={props.text.trim()} />
          </blockquote>
        </Show>
      </div>
    </Show>
  )
}
