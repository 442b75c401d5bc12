import { gapPattern } from '@comptoir/rules/fill-template'
import type { EditorHand } from './editor-hand.ts'
import { htmlToText } from './html-text.ts'
import { slashAfter } from './slash-before.ts'

/** Acts in a plain text; `written` is told of what it did. */
export function textAreaHand(area: HTMLTextAreaElement, written: () => void): EditorHand {
  function type(text: string) {
    area.focus()
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    written()
  }
  return {
    focus: () => area.focus(),
    put(html) {
      const start = area.selectionStart
      type(htmlToText(html))
      chooseGapIn(area, start)
    },
    slash: () => type(slashAfter(area.value.slice(0, area.selectionStart))),
    chooseGap: () => chooseGapIn(area, 0),
  }
}

function chooseGapIn(area: HTMLTextAreaElement, from: number) {
  const gap = gapPattern().exec(area.value.slice(from))
  if (!gap) return
  area.focus()
  area.setSelectionRange(from + gap.index, from + gap.index + gap[0].length)
}
