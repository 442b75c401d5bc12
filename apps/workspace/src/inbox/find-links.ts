export interface TextPiece {
  text: string
  href?: string
}

/** Web addresses and e-mail addresses; what closes the sentence is not part of them. */
const link = /\bhttps?:\/\/[^\s<>"«»]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu
const closing = /[.,;:!?…)\]}'’"]+$/u

/** Cuts a text where it holds a web or e-mail address. */
export function findLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of text.matchAll(link)) {
    const found = match[0].replace(closing, '')
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: found, href: found.includes('://') ? found : `mailto:${found}` })
    from = match.index + found.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
