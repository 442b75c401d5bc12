import { attributeIn, BLOCK_TAGS, htmlTokens, VOID_TAGS } from './html-tokens.ts'

/** A line of safe HTML as a reader sees it; `at` is where its first tag or letter stands in the HTML. */
export type HtmlLine = { at: number; text: string; quoted: boolean; indented: boolean; marked: boolean }

/** The lines of well-formed HTML, such as the sanitiser writes. One pass, no recursion. */
export function htmlLines(html: string): HtmlLine[] {
  const lines: HtmlLine[] = []
  const depth = { cite: 0, blockquote: 0 }
  const blockquotes: ('cite' | 'plain')[] = []
  let line: HtmlLine | null = null
  let opening: number | null = null
  let marked = false

  function say(text: string, at: number) {
    if (!line) {
      line = {
        at: opening ?? at,
        text: '',
        quoted: depth.cite > 0 || text.startsWith('>'),
        indented: depth.blockquote > 0,
        marked,
      }
      lines.push(line)
      opening = null
      marked = false
    }
    line.text += text
  }

  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      if (line) say(token.text, token.at)
      else if (token.text.trim()) say(token.text.trimStart(), token.at)
      continue
    }
    if (BLOCK_TAGS.has(token.name)) line = null
    if (token.kind === 'close') {
      if (token.name === 'blockquote') leave()
      // A mark may be an empty element before the quotation.
      if (!marked) opening = null
      continue
    }
    const mark = attributeIn(token.attributes, 'data-quote')
    if (!line) opening ??= token.at
    if (mark === 'start') marked = true
    if (token.name === 'blockquote') enter(mark === 'cite' ? 'cite' : 'plain')
    if (token.name === 'img') say(IMAGE, token.at)
    if (token.name === 'hr') say('---', token.at)
    if (token.name === 'hr') line = null
    if (VOID_TAGS.has(token.name) && !line && !marked) opening = null
  }
  return lines

  function enter(kind: 'cite' | 'plain') {
    blockquotes.push(kind)
    depth.blockquote += 1
    if (kind === 'cite') depth.cite += 1
  }

  function leave() {
    const kind = blockquotes.pop()
    if (!kind) return
    depth.blockquote -= 1
    if (kind === 'cite') depth.cite -= 1
  }
}

// Stands for a picture, which is something said.
const IMAGE = '\uFFFC'
