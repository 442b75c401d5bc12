import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { createEditorTransaction } from 'solid-tiptap'
import { Field } from '@comptoir/ui/Field'
import { IconButton } from '@comptoir/ui/IconButton'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import type { PictureAttributes } from './picture-node.ts'
import './PictureBar.css'

export type PictureSizes = Record<'small' | 'medium' | 'large', number>

/** What the picture that is chosen in a text looks like, and says to those who do not see it. */
export function PictureBar(props: { editor: Editor; sizes: PictureSizes }) {
  const { t } = useLanguage()
  const chosen = createEditorTransaction(
    () => props.editor,
    ({ state }) => {
      const { selection } = state
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture') return undefined
      return { at: selection.from, ...(selection.node.attrs as PictureAttributes) }
    },
  )
  const natural = (at: number) => {
    const drawn = props.editor.view.nodeDOM(at)
    return drawn instanceof HTMLImageElement && drawn.naturalWidth > 0 ? drawn : undefined
  }

  // By its attributes one by one: the picture stays chosen.
  function set(at: number, attributes: Partial<PictureAttributes>) {
    const { state, view } = props.editor
    let step = state.tr
    for (const [name, value] of Object.entries(attributes)) step = step.setNodeAttribute(at, name, value)
    view.dispatch(step)
  }

  function resize(at: number, widest: number) {
    const drawn = natural(at)
    if (!drawn) return
    const width = Math.min(widest, drawn.naturalWidth)
    set(at, { width, height: Math.round((width * drawn.naturalHeight) / drawn.naturalWidth) })
  }

  /** The size it has, as near as one is. */
  function sizeOf(width: number | null): keyof PictureSizes {
    const { small, medium } = props.sizes
    if (width !== null && width <= small) return 'small'
    return width !== null && width <= medium ? 'medium' : 'large'
  }

  return (
    <Show when={chosen()}>
      {(picture) => (
        <div class="picture-bar" role="group" aria-label={t('templates.picture.label')}>
          <SegmentedControl
            label={t('templates.picture.size')}
            value={sizeOf(picture().width)}
            onChange={(size) => resize(picture().at, props.sizes[size])}
            options={(['small', 'medium', 'large'] as const).map((value) => ({
              value,
              label: t(`templates.picture.${value}`),
            }))}
          />
          <Field label={t('templates.picture.alt')} labelShown="aloud">
            <TextInput
              size="sm"
              autocomplete="off"
              maxlength={200}
              placeholder={t('templates.picture.alt')}
              value={picture().alt}
              onText={(alt) => set(picture().at, { alt })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                // It does not keep the whole.
                event.preventDefault()
                props.editor.commands.focus()
              }}
            />
          </Field>
          <IconButton
            size="sm"
            label={t('templates.picture.remove')}
            onClick={() => props.editor.chain().deleteSelection().focus().run()}
          >
            <Trash />
          </IconButton>
        </div>
      )}
    </Show>
  )
}
