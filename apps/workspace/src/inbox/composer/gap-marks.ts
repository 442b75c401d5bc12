import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { gapPattern } from '@comptoir/rules/fill-template'

/** Marks what is still to be filled in; a press chooses the whole of it, to be written over. */
export const GapMarks = Extension.create({
  name: 'gapMarks',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) =>
          DecorationSet.create(
            doc,
            gapsOf(doc).map(({ from, to }) => Decoration.inline(from, to, { class: 'gap' })),
          ),
        handleClick(view, at) {
          const gap = gapsOf(view.state.doc).find(({ from, to }) => from < at && at < to)
          if (!gap) return false
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, gap.from, gap.to)))
          return true
        },
      },
    }),
  ],
})

/** Chooses the first gap behind this place. */
export function chooseGapIn(editor: Editor, behind: number) {
  const gap = gapsOf(editor.state.doc).find(({ from }) => from >= behind)
  if (!gap) return
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, gap.from, gap.to)).scrollIntoView())
  view.focus()
}

function gapsOf(doc: Node) {
  const gaps: { from: number; to: number }[] = []
  doc.descendants((node, at) => {
    for (const found of node.text?.matchAll(gapPattern()) ?? [])
      gaps.push({ from: at + found.index, to: at + found.index + found[0].length })
  })
  return gaps
}
