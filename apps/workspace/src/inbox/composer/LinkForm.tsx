import type { Editor } from '@tiptap/core'
import { createSignal, onMount, Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import { linkAddress } from './link-address.ts'

/** Where the chosen words lead. */
export function LinkForm(props: { editor: Editor; onDone: () => void }) {
  const { t } = useLanguage()
  const before = () => String(props.editor.getAttributes('link')['href'] ?? '')
  const [address, setAddress] = createSignal(before())
  const [problem, setProblem] = createSignal<string>()
  let input!: HTMLInputElement
  onMount(() => input.focus())

  function apply() {
    const href = linkAddress(address())
    if (!href) return setProblem(t('inbox.composer.link_wrong'))
    const { empty } = props.editor.state.selection
    const chain = props.editor.chain().focus().extendMarkRange('link')
    if (empty && !before())
      chain.insertContent({ type: 'text', text: address().trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    props.onDone()
  }

  function remove() {
    props.editor.chain().focus().extendMarkRange('link').unsetLink().run()
    props.onDone()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Neither sends the message nor leaves it.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') return apply()
    props.onDone()
    props.editor.commands.focus()
  }

  return (
    <div class="link-form" onKeyDown={onKeyDown}>
      <Field label={t('inbox.composer.link_address')} labelShown="aloud" error={problem()}>
        <TextInput
          ref={input}
          size="sm"
          inputmode="url"
          autocomplete="off"
          placeholder={t('inbox.composer.link_address')}
          value={address()}
          onText={setAddress}
        />
      </Field>
      <Button size="sm" tone="primary" onClick={apply}>
        {t('inbox.composer.link_apply')}
      </Button>
      <Show when={before()}>
        <Button size="sm" onClick={remove}>
          {t('inbox.composer.link_remove')}
        </Button>
      </Show>
    </div>
  )
}
