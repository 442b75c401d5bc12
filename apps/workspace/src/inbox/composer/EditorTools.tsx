import type { Editor } from '@tiptap/core'
import Bold from 'lucide-solid/icons/bold'
import Italic from 'lucide-solid/icons/italic'
import LinkIcon from 'lucide-solid/icons/link'
import List from 'lucide-solid/icons/list'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import { createSignal, For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { createEditorTransaction } from 'solid-tiptap'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'
import { LinkForm } from './LinkForm.tsx'

/** The looks a text can take. */
export function EditorTools(props: { editor: Editor }) {
  const { t } = useLanguage()
  const [linking, setLinking] = createSignal<'no' | 'asked'>('no')
  const is = (name: string) =>
    createEditorTransaction(
      () => props.editor,
      (editor) => editor.isActive(name),
    )
  const tools = [
    {
      icon: Bold,
      label: 'inbox.composer.bold',
      key: 'Ctrl B',
      isOn: is('bold'),
      press: () => props.editor.chain().focus().toggleBold().run(),
    },
    {
      icon: Italic,
      label: 'inbox.composer.italic',
      key: 'Ctrl I',
      isOn: is('italic'),
      press: () => props.editor.chain().focus().toggleItalic().run(),
    },
    {
      icon: List,
      label: 'inbox.composer.list',
      isOn: is('bulletList'),
      press: () => props.editor.chain().focus().toggleBulletList().run(),
    },
    {
      icon: ListOrdered,
      // A phone has room for fewer.
      room: 'wide',
      label: 'inbox.composer.numbers',
      isOn: is('orderedList'),
      press: () => props.editor.chain().focus().toggleOrderedList().run(),
    },
    {
      icon: LinkIcon,
      label: 'inbox.composer.link',
      isOn: is('link'),
      press: () => setLinking((now) => (now === 'no' ? 'asked' : 'no')),
    },
  ] as const
  return (
    <div class="editor-tools" role="group" aria-label={t('inbox.composer.formatting')}>
      <For each={tools}>
        {(tool) => (
          <IconButton
            size="sm"
            label={t(tool.label)}
            data-room={'room' in tool ? tool.room : undefined}
            shortcut={'key' in tool ? tool.key : undefined}
            aria-pressed={tool.isOn()}
            // The text keeps its selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => tool.press()}
          >
            <Dynamic component={tool.icon} />
          </IconButton>
        )}
      </For>
      <Show when={linking() === 'asked'}>
        <LinkForm editor={props.editor} onDone={() => setLinking('no')} />
      </Show>
    </div>
  )
}
