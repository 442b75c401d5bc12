import { intlLocale, type Locale } from '@comptoir/messages/translate'

/** A number as people type it, as it is kept: `1 234,50` is `1234.50`. What is no number stays as it is. */
export function readNumber(typed: string): string {
  const bare = typed
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^\u2212/, '-')
  // With both, the last of them begins the decimals; a comma alone always does.
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  if (last < 0) return bare
  return `${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
}

/** A number as it is typed in this language, without groups: `1234,5`. */
export function writeNumber(kept: string, locale: Locale): string {
  return locale === 'en' ? kept : kept.replace('.', ',')
}

/** A number as it is read, to its last digit: `1 234,5`. */
export function showNumber(kept: string, locale: Locale): string {
  const exact = new Intl.NumberFormat(intlLocale(locale), { maximumFractionDigits: 6 })
  return exact.format(kept as Intl.StringNumericLiteral)
}
