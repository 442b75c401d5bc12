import {
  announcesAnswers,
  isAttribution,
  isDeviceSignature,
  isForwardSeparator,
  isLongAttribution,
  isReplySeparator,
  mailHeaderIn,
} from './quote-phrases.ts'

export type Line = { text: string; quoted: boolean; indented: boolean; marked: boolean }

/**
 * The line where the quotation of an earlier mail begins, or nothing: when there is none, when it is all there is,
 * when it is forwarded, or when words of the sender come between or after the quoted lines.
 */
export function findQuote(lines: Line[]): number | null {
  const start = lines.findIndex((line, at) => line.quoted || line.marked || introduces(lines, at))
  if (start < 0) return null
  if (lines.slice(Math.max(0, start - 1), start + 3).some(({ text }) => isForwardSeparator(text))) return null
  if (isAnsweredBelow(lines, start)) return null
  const first = withoutTail(lines, start)
  return lines.slice(0, first).some(hasWords) ? first : null
}

function isAnsweredBelow(lines: Line[], start: number) {
  if (!quotesToTheEnd(lines, start)) return hasAnswer(lines.slice(start))
  if (
    announcesAnswers(
      lines
        .slice(0, start)
        .map(({ text }) => text)
        .join(' '),
    )
  )
    return true
  // All of the quoted mail is marked as such: what is not was written between.
  const below = lines
    .slice(start)
    .filter((line) => hasWords(line) && !mailHeaderIn(line.text) && !isReplySeparator(line.text))
  return below[0]?.quoted === true && hasAnswer(below)
}

function introduces(lines: Line[], at: number) {
  return isReplySeparator(lines[at]?.text ?? '') || isHeaderBlock(lines, at) || attributionLength(lines, at) > 0
}

// `De : … Envoyé : … Objet : …`, as Outlook and Orange write above what they quote.
function isHeaderBlock(lines: Line[], at: number) {
  if (!mailHeaderIn(lines[at]?.text ?? '')) return false
  const names = new Set(lines.slice(at, at + 8).map(({ text }) => mailHeaderIn(text)))
  return names.has('from') && names.has('subject') && (names.has('sent') || names.has('to'))
}

// Long names make programs break the sentence over two or three lines.
function attributionLength(lines: Line[], at: number) {
  if (lines[at] && !hasWords(lines[at])) return 0
  for (const length of [1, 2, 3]) {
    const sentence = lines
      .slice(at, at + length)
      .map(({ text }) => text.trim())
      .join(' ')
    if (length === 1 ? !isAttribution(sentence) : !isLongAttribution(sentence)) continue
    const next = lines.slice(at + length).find(hasWords)
    // A sentence of the sender's own may look the same.
    return sentence.includes('@') || next?.quoted || next?.indented ? length : 0
  }
  return 0
}

// Outlook does not mark the lines it quotes: all below its headers is quoted.
function quotesToTheEnd(lines: Line[], start: number) {
  const near = [start, start + 1, start + 2].filter((at) => lines[at] && !lines[at].quoted)
  return near.some((at) => isReplySeparator(lines[at]?.text ?? '') || isHeaderBlock(lines, at))
}

function hasAnswer(quotation: Line[]) {
  const afterFirst = quotation.slice(quotation.findIndex((line) => line.quoted || line.indented))
  if (afterFirst.length === 0 || !quotation.some((line) => line.quoted || line.indented)) return false
  const signature = afterFirst.findIndex(({ text }) => /^-- ?\r?(?:\n|$)/.test(text))
  const own = (signature < 0 ? afterFirst : afterFirst.slice(0, signature)).filter(
    (line) => !line.quoted && !line.indented,
  )
  return own.some((line) => hasWords(line) && !isDeviceSignature(line.text) && !isReplySeparator(line.text))
}

// A rule or the phone's own signature above the quotation goes with it.
function withoutTail(lines: Line[], start: number) {
  let first = start
  while (first > 0 && isTail(lines[first - 1])) first -= 1
  return first
}

function isTail(line: Line | undefined) {
  return line !== undefined && (!hasWords(line) || isDeviceSignature(line.text) || /^[\s_-]+$/.test(line.text))
}

function hasWords(line: Line) {
  return line.text.trim() !== ''
}
