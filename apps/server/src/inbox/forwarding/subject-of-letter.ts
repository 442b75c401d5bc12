import type { Locale } from '@comptoir/contract/base'

// As the mail programs of each language write it: no words of ours.
const forward: Record<Locale, string> = { fr: 'TR: ', nl: 'Fwd: ', en: 'Fwd: ' }

/** The subject of a letter that passes something on; one that says so already stays. */
export function subjectOfForward(subject: string, locale: Locale): string {
  return /^\s*(?:tr|fwd?|wg|doorst?)\s*:/i.test(subject) ? subject : (forward[locale] + subject).slice(0, 300)
}

/** The subject of an answer. */
export function subjectOfAnswer(subject: string): string {
  return /^\s*(?:re|aw|sv|antw)\s*:/i.test(subject) ? subject : `Re: ${subject}`.slice(0, 300)
}
