import type { Editor } from '@tiptap/core'
import type { Pictures } from './create-pictures.ts'

/** Files that are pasted go into the text; what holds words besides is pasted as words. */
export function onPicturePaste(pictures: Pictures, event: ClipboardEvent) {
  const files = [...(event.clipboardData?.files ?? [])]
  // A word processor puts a picture of its text beside the text; a browser, the address of a picture beside it.
  if (files.length === 0 || hasWords(event.clipboardData!)) return
  take(event)
  pictures.add(files)
}

export function onPictureDrop(pictures: Pictures, editor: Editor | undefined, event: DragEvent) {
  const files = [...(event.dataTransfer?.files ?? [])]
  // One that is moved within the text is already there.
  if (files.length === 0 || editor?.view.dragging) return
  take(event)
  const place = editor?.view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (editor && place) editor.commands.setTextSelection(place.pos)
  pictures.add(files)
}

function hasWords(data: DataTransfer) {
  const { body } = new DOMParser().parseFromString(data.getData('text/html'), 'text/html')
  return (body.textContent ?? '').trim() !== ''
}

function take(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}
