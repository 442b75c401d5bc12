import { formatter } from '@comptoir/messages/format'
import type { FieldView } from '@comptoir/contract/client-fields'
import { linesOf, readValue, type FieldValue } from '@comptoir/contract/field-values'
import type { Locale } from '@comptoir/contract/base'
import { isChosen } from './page-fields.ts'
import type { PageKey, PageWords } from './page-words.ts'

type Read = { is: 'read'; value: FieldValue } | { is: 'wrong'; why: PageKey }

/** What a visitor answered to a field of the business, as its card keeps it; several choices come a line each. */
export function readOwnAnswer(field: FieldView, answer: string): Read {
  if (isChosen(field)) {
    const ids = [...new Set(answer.split('\n').filter(Boolean))]
    const known = ids.every((id) => field.choices.some((one) => one.id === id))
    const isOne = field.kind === 'choices' || ids.length < 2
    return known && isOne ? { is: 'read', value: inOrder(field, ids) } : { is: 'wrong', why: 'errors.choice' }
  }
  const read = readValue({ is: 'own', kind: field.kind }, written(field, answer))
  return read.is === 'read' ? read : { is: 'wrong', why: whys.find((why) => why === read.why) ?? 'invalid.format' }
}

/** A checked answer as the value it is. */
export function valueOf(field: FieldView, answer: string): FieldValue {
  return isChosen(field) ? answer.split('\n').filter(Boolean) : answer
}

/** The same, for whoever reads the message. */
export function ownAnswerInWords(field: FieldView, value: FieldValue, t: PageWords, locale: Locale): string {
  if (isChosen(field)) {
    const names = linesOf(value).map((id) => field.choices.find((one) => one.id === id)?.name ?? '')
    return names.filter(Boolean).join(', ')
  }
  if (field.kind === 'checkbox') return t(value === '' ? 'no' : 'yes')
  if (field.kind === 'date') return formatter(locale, 'UTC').date(`${String(value)}T00:00:00Z`)
  if (field.kind === 'number') return locale === 'en' ? String(value) : String(value).replace('.', ',')
  return String(value)
}

/** As the people of here write it: a comma in a number, the day first in a date where the browser offers no calendar. */
function written({ kind }: FieldView, answer: string): string {
  if (kind === 'checkbox') return 'yes'
  if (kind === 'number') return answer.replaceAll(/\s/g, '').replace(',', '.')
  const [, day, month, year] = (kind === 'date' && /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(answer)) || []
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : answer
}

function inOrder({ choices }: FieldView, ids: string[]) {
  return choices.flatMap(({ id }) => (ids.includes(id) ? [id] : []))
}

const whys = [
  'invalid.too_long',
  'invalid.characters',
  'invalid.email',
  'invalid.phone',
  'invalid.number',
  'invalid.date',
] as const satisfies PageKey[]
