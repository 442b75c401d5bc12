import { htmlToText } from './html-text.ts'

/** More than this is no longer read as rich text: the tab would stand still over it. */
const mostMarkup = 150_000
/** As long as a short book: an editor is slow with more, and a mail is no place for it. */
export const mostPasted = 60_000

export interface LargePaste {
  /** What was put in: the words alone, as far as they fit. */
  text: string
  /** All of it, to be attached. */
  whole: File
  became: 'text' | 'cut'
}

/**
 * A paste too large for an editor, as the words that fit, with the whole of it as a file; undefined for any other. The
 * editor gets those words in a paste of their own. What was there before stays, whatever is pasted.
 */
export function takeLargePaste(event: ClipboardEvent, most = mostPasted): LargePaste | undefined {
  const data = event.clipboardData
  if (!data || !(event.target instanceof Element)) return undefined
  const html = data.getData('text/html')
  const plain = data.getData('text/plain')
  if (html.length <= mostMarkup && plain.length <= most) return undefined
  event.preventDefault()
  event.stopPropagation()
  // A program that gives no plain words gives some in the beginning of its markup.
  const words = plain || htmlToText(html.slice(0, mostMarkup))
  const text = words.slice(0, most).toWellFormed()
  const small = new DataTransfer()
  small.setData('text/plain', text)
  const target = event.target
  const isTaken = !target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: small, bubbles: true, cancelable: true }),
  )
  // A plain field takes nothing from a paste that a script made.
  if (!isTaken && target instanceof HTMLTextAreaElement) {
    target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end')
    target.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const whole = html
    ? new File([html], 'texte.html', { type: 'text/html' })
    : new File([plain], 'texte.txt', { type: 'text/plain' })
  return { text, whole, became: text.length < words.length || (html.length > mostMarkup && !plain) ? 'cut' : 'text' }
}
