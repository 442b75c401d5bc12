import { showToast } from '@comptoir/ui/show-toast.ts'
import type { Values } from '@comptoir/messages/translate'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import { useLanguage, type Language } from './create-language.ts'
import { useSession } from './create-session.ts'

/**
 * Gives `showRefusal(error)`: says in a toast why something was refused and what to do; `told` puts it into a longer
 * sentence. Bugs are thrown on.
 */
export function useShowRefusal() {
  const language = useLanguage()
  const session = useSession()
  return (error: unknown, told: (why: string) => string = (why) => why) => {
    if (error instanceof Refused && error.code === 'not_signed_in') session.ended()
    // Throws now what is no refusal.
    sentenceOf(error, language)
    void language
      .learnPages()
      .catch(() => {})
      .then(() =>
        showToast({ tone: 'danger', text: told(sentenceOf(error, language)) || language.t('common.unreachable') }),
      )
  }
}

/** What went wrong, as a sentence for people. Throws what is no refusal: that is a bug. */
export function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof Unreachable) return language.t('common.unreachable')
  if (!(error instanceof Refused)) throw error
  const { message, reference = '', details } = error.body
  return language.sentence(message, { ...valuesOf(details), reference }, 'errors.broken')
}

/** What is wrong with each field, as sentences for `Field`. */
export function fieldErrorsOf(error: unknown, language: Language): Record<string, string> {
  if (!(error instanceof Refused)) return {}
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, key]) => [field, language.sentence(key, {}, 'invalid.format')]),
  )
}

function valuesOf(details: Record<string, unknown> = {}): Values {
  const told = Object.entries(details).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(told) as Values
}
