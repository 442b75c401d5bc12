import { createContext, createSignal, useContext } from 'solid-js'
import type { catalogue as french } from '@comptoir/messages/fr'
import type { pages as frenchPages } from '@comptoir/messages/fr-pages'
import { formatter } from '@comptoir/messages/format'
import { translator, type Locale, type Values } from '@comptoir/messages/translate'
import type { KeyOf } from '@comptoir/messages/words'
import { serverNow } from '@comptoir/wire/server-clock'

/** A path to a sentence of the screens: `inbox.send`. */
export type MessageKey = KeyOf<typeof french & typeof frenchPages>

export type Language = Awaited<ReturnType<typeof openLanguage>>

export const LanguageContext = createContext<Language>()

/** How the screens speak to this person: `t('inbox.send')`, `format().when(at)`, `locale()`, `setLocale('nl')`. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('no language around this component')
  return language
}

/** Loads one language, and another when it is asked for. */
export async function openLanguage(first: Locale) {
  const [spoken, setSpoken] = createSignal(await learn({ locale: first, words: 'first' }))
  document.documentElement.lang = first
  const [timeZone, setTimeZone] = createSignal<string>()
  const format = () => formatterOf(spoken().locale, timeZone())
  let wanted: Wanted = { locale: first, words: 'first' }
  let learning: Promise<void> = Promise.resolve()

  function want(change: Partial<Wanted>): Promise<void> {
    const next = { ...wanted, ...change }
    if (next.locale !== wanted.locale || next.words !== wanted.words) {
      wanted = next
      learning = follow(next)
    }
    return learning
  }
  async function follow(wish: Wanted) {
    const learnt = await learn(wish)
    // Another wish came meanwhile: whoever waits, waits for that one.
    if (wanted !== wish) return learning
    document.documentElement.lang = wish.locale
    setSpoken(learnt)
  }

  const learnPages = () => want({ words: 'all' })

  /** Nothing for a moment where a word of later pages is needed on the first: it is fetched, and then said. */
  function say(key: string, values?: Values, otherwise = key): string {
    const { translate, words } = spoken()
    const said = translate(key, values)
    if (said !== key) return said
    if (words === 'all') return translate(otherwise, values)
    // Whoever needs it again asks again.
    learnPages().catch(() => {})
    return ''
  }

  return {
    t: (key: MessageKey, values?: Values) => say(key, values),
    /** The sentence of a key that came over the wire, or of the one given where this version does not know it. */
    sentence: (key: string, values: Values, otherwise: MessageKey) => say(key, values, otherwise),
    format,
    locale: () => spoken().locale,
    setLocale(locale: Locale) {
      keepLocale(locale)
      return want({ locale })
    },
    /** Fetches the words of the pages that are not the first, before one of them is shown. */
    learnPages,
    /** Dates are those of the business, wherever its staff are. */
    setTimeZone,
  }
}

/** What this browser was last set to, or what it prefers, or French. */
export function keptLocale(): Locale {
  let kept: string | null = null
  try {
    kept = localStorage.getItem('locale')
  } catch {
    // A browser that refuses storage still has its preferences.
  }
  return [kept ?? '', ...navigator.languages].map((one) => one.slice(0, 2)).find(isLocale) ?? 'fr'
}

interface Wanted {
  locale: Locale
  words: 'first' | 'all'
}

const catalogues = {
  fr: { first: () => import('@comptoir/messages/fr'), pages: () => import('@comptoir/messages/fr-pages') },
  nl: { first: () => import('@comptoir/messages/nl'), pages: () => import('@comptoir/messages/nl-pages') },
  en: { first: () => import('@comptoir/messages/en'), pages: () => import('@comptoir/messages/en-pages') },
}

async function learn({ locale, words }: Wanted) {
  const [{ catalogue }, more] = await Promise.all([
    catalogues[locale].first(),
    words === 'all' ? catalogues[locale].pages() : null,
  ])
  return { locale, words, translate: translator<string>({ ...catalogue, ...more?.pages }, locale) }
}

let made: { key: string; formatter: ReturnType<typeof formatter> } | undefined

// Asked at every date of a list, changed perhaps never.
function formatterOf(locale: Locale, timeZone: string | undefined) {
  const key = `${locale} ${timeZone}`
  if (made?.key !== key) made = { key, formatter: formatter(locale, timeZone, () => new Date(serverNow())) }
  return made.formatter
}

function keepLocale(locale: Locale) {
  try {
    localStorage.setItem('locale', locale)
  } catch {
    // The choice then lasts as long as the page.
  }
}

function isLocale(text: string): text is Locale {
  return text in catalogues
}
