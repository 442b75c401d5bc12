import type { Locale } from '@comptoir/contract/base'
import { formPageWords } from '@comptoir/messages/form-page'
import { translator } from '@comptoir/messages/translate'
import type { KeyOf } from '@comptoir/messages/words'

export type PageKey = KeyOf<(typeof formPageWords)['fr']>

/** The words of the public form in one language. */
export function wordsIn(locale: Locale) {
  return translator<PageKey>(formPageWords[locale], locale)
}

export type PageWords = ReturnType<typeof wordsIn>
