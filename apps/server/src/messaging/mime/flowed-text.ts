/** Lines that end in a space go on in the next (RFC 3676). `delSp`: that space is the sender's program's. */
export function flowedText(text: string, delSp = 'no'): string {
  const paragraphs: string[] = []
  let quote = ''
  let line: string[] | null = null
  for (const raw of text.split(/\r?\n/)) {
    const [, marks = '', rest = ''] = raw.match(/^(>*) ?(.*)$/s) ?? []
    const isFlowed = rest.endsWith(' ') && rest !== '-- '
    const words = isFlowed && delSp.toLowerCase() === 'yes' ? rest.slice(0, -1) : rest
    if (line && marks === quote && rest !== '-- ') line.push(words)
    else {
      if (line) paragraphs.push(written(quote, line))
      line = [words]
      quote = marks
    }
    if (isFlowed) continue
    paragraphs.push(written(quote, line))
    line = null
  }
  if (line) paragraphs.push(written(quote, line))
  return paragraphs.join('\n')
}

function written(quote: string, line: string[]) {
  const words = line.join('')
  return quote === '' ? words : `${quote} ${words}`
}
