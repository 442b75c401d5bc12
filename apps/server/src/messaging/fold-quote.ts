import { findQuote } from './find-quote.ts'
import { htmlLines } from './html-lines.ts'
import { htmlTokens, VOID_TAGS } from './html-tokens.ts'

/** What the sender wrote, and the earlier mail quoted below it. Nothing is lost: the two together are the whole. */
export type Folded = { visible: string; quoted: string }

export function foldText(text: string): Folded {
  const lines = text.split('\n').map((line) => {
    const quoted = /^\s?>/.test(line)
    return {
      text: quoted ? line.replace(/^[\s>]+/, '') : line,
      quoted,
      indented: false,
      marked: false,
      length: line.length + 1,
    }
  })
  const first = findQuote(lines)
  if (first === null) return { visible: text, quoted: '' }
  const at = lines.slice(0, first).reduce((sum, line) => sum + line.length, 0)
  return { visible: text.slice(0, at), quoted: text.slice(at) }
}

/** For HTML that was sanitised: the marks of quotations are kept there. Both parts are well formed. */
export function foldHtml(safeHtml: string): Folded {
  const lines = htmlLines(safeHtml)
  const first = findQuote(lines)
  const at = first === null ? undefined : lines[first]?.at
  if (at === undefined) return { visible: safeHtml, quoted: '' }
  const open = openTagsAt(safeHtml, at)
  const closing = open.toReversed().map(({ name }) => `</${name}>`)
  return {
    visible: safeHtml.slice(0, at) + closing.join(''),
    quoted: open.map(({ name, attributes }) => `<${name}${attributes}>`).join('') + safeHtml.slice(at),
  }
}

function openTagsAt(html: string, end: number) {
  const open: { name: string; attributes: string }[] = []
  for (const token of htmlTokens(html)) {
    if (token.at >= end) break
    if (token.kind === 'open' && !VOID_TAGS.has(token.name))
      open.push({ name: token.name, attributes: token.attributes })
    if (token.kind === 'close') open.pop()
  }
  return open
}
