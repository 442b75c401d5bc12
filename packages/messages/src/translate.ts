import type { Plural, Words } from './words.ts'

export type Locale = 'fr' | 'nl' | 'en'
export type Values = Record<string, string | number>

/**
 * A function from a key and its values to a sentence. `{name}` is replaced, numbers are written the language's
 * way, and `n` chooses the plural. A key that does not exist answers itself: a test keeps that from happening.
 */
export function translator<Key extends string>(catalogue: Words, locale: Locale) {
  const plural = lazily(() => new Intl.PluralRules(locale))
  const number = numberWriter(locale)
  return (key: Key, values: Values = {}): string => {
    const found = find(catalogue, key)
    if (found === undefined) return key
    const sentence = typeof found === 'string' ? found : choose(found, plural().select(Number(values['n'] ?? 0)))
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? number(value) : value
    })
  }
}

/** Makes something at its first use: a formatter takes milliseconds, and a first page needs few. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Writes numbers as the language does. */
export function numberWriter(locale: Locale): (value: number) => string {
  const format = lazily(() => new Intl.NumberFormat(intlLocale(locale)))
  return (value) =>
    Number.isSafeInteger(value) ? String(value).replaceAll(thousands, separatorOf[locale]) : format().format(value)
}

// Whole numbers stand on the first page, where the first formatter would take longer than the list.
const thousands = /\B(?=(\d{3})+$)/g
const separatorOf = { fr: '\u202f', nl: '.', en: ',' }

/** Belgian Dutch and European English: comma or point, day before month. */
export function intlLocale(locale: Locale): string {
  return { fr: 'fr-FR', nl: 'nl-BE', en: 'en-GB' }[locale]
}

function find(catalogue: Words, key: string): string | Plural | undefined {
  let at: Words[string] | undefined = catalogue
  for (const part of key.split('.')) {
    if (typeof at !== 'object') return undefined
    at = (at as Words)[part]
  }
  if (typeof at === 'string') return at
  return at && typeof (at as Plural).other === 'string' ? (at as Plural) : undefined
}

function choose(plural: Plural, category: Intl.LDMLPluralRule) {
  if (category === 'one') return plural.one
  return category === 'many' ? (plural.many ?? plural.other) : plural.other
}
