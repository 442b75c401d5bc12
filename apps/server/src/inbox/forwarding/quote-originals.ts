import { formatter } from '@comptoir/messages/format'
import { forwards } from '@comptoir/messages/forwards'
import type { Locale } from '@comptoir/contract/base'
import type { Addressee } from '@comptoir/contract/addressees'
import { cutText } from '../../messaging/clean-text.ts'
import { inlineImageUrl, picturesAsInline } from '../../messaging/inline-images.ts'
import { textAsHtml } from '../../messaging/text-as-html.ts'
import type { Original } from './originals.ts'

export interface Quote {
  html: string
  text: string
}

/** What one mail may carry of it; a mail program shows no more at once. */
const mostCharacters = 1_500_000

/**
 * What is passed on, below the words of whoever does: each with who wrote it to whom, when and about what. Pictures
 * inside whose file does not leave with it are left out.
 */
export function quoteOriginals(
  originals: Original[],
  { locale, timeZone, fileIds }: { locale: Locale; timeZone: string; fileIds: string[] },
): Quote {
  let left = mostCharacters
  const parts: Quote[] = []
  // The newest matter most, where not all fit.
  for (const original of originals.toReversed()) {
    if (left <= 0) {
      parts.unshift({ html: `<p>${textAsHtml(forwards[locale].rest)}</p>`, text: forwards[locale].rest })
      break
    }
    const part = quoteOf(original, { locale, timeZone, fileIds, most: left })
    left -= part.html.length
    parts.unshift(part)
  }
  return { html: parts.map(({ html }) => html).join(''), text: parts.map(({ text }) => text).join('\n\n') }
}

function quoteOf(
  original: Original,
  { locale, timeZone, fileIds, most }: { locale: Locale; timeZone: string; fileIds: string[]; most: number },
): Quote {
  const lines = headOf(original, locale, timeZone)
  const title = `---------- ${forwards[locale].title} ----------`
  const head = lines.map(([name, value]) => `<b>${textAsHtml(name)}</b> ${textAsHtml(value)}`)
  const said = [original.bodyText, original.quotedText].filter(Boolean).join('\n')
  const text = cutText(said, most)
  const isWhole = original.bodyHtml !== null && original.bodyHtml.length <= most
  const html = isWhole ? picturesAsInline(original.bodyHtml!) : textAsHtml(text)
  return {
    html: `<div><p>${[textAsHtml(title), ...head].join('<br>')}</p><div>${withoutOthers(html, fileIds)}</div></div>`,
    text: [title, ...lines.map(([name, value]) => `${name} ${value}`), '', text].join('\n'),
  }
}

/** Name and value of each line. */
function headOf(original: Original, locale: Locale, timeZone: string): [string, string][] {
  const words = forwards[locale]
  const colon = locale === 'fr' ? '\u202F:' : ':'
  const of = (role: Addressee['role']) =>
    original.addressees
      .filter((one) => one.role === role)
      .map(named)
      .join(', ')
  const from =
    original.direction === 'out'
      ? named({ name: original.authorName, address: original.ownAddress ?? '' })
      : of('from') || original.authorName
  const lines: [string, string][] = [
    [words.from, from],
    [words.date, formatter(locale, timeZone).full(original.at)],
    [words.to, of('to')],
    [words.cc, of('cc')],
    [words.subject, original.subject],
  ]
  return lines.filter(([, value]) => value !== '').map(([name, value]) => [name + colon, value])
}

function named({ name, address }: { name: string; address: string }) {
  if (name === '' || address === '') return name || address
  return `${name} <${address}>`
}

/** Its own pictures stay, those of which the file leaves with it. */
function withoutOthers(html: string, fileIds: string[]) {
  const kept = new Set(fileIds.map(inlineImageUrl))
  return html.replace(/<img\b[^<>]* src="(mail-image\/[0-9a-f-]{36})"[^<>]*>/g, (image, url: string) =>
    kept.has(url) ? image : '',
  )
}
