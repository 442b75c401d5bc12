import Signature from 'lucide-solid/icons/signature'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { RichText } from './RichText.tsx'
import './QuotedText.css'

/** What a message of ours ended with, folded. */
export function MessageSignature(props: { html: string }) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const [state, setState] = createSignal<'folded' | 'open'>('folded')
  const label = () => t(state() === 'open' ? 'inbox.message.hide_signature' : 'inbox.message.show_signature')
  return (
    <>
      <button
        type="button"
        class="quoted-button"
        aria-label={label()}
        data-tooltip={label()}
        aria-expanded={state() === 'open'}
        aria-controls={id}
        onClick={() => setState(state() === 'open' ? 'folded' : 'open')}
      >
        <Signature aria-hidden="true" />
      </button>
      <div id={id} hidden={state() === 'folded'}>
        <Show when={state() === 'open'}>
          <div class="quoted-text">
            <RichText html={props.html} />
          </div>
        </Show>
      </div>
    </>
  )
}
