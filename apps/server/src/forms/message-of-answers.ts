import type { Locale } from '@comptoir/contract/base'
import { cardKinds } from '@comptoir/contract/forms'
import { cutText } from '../messaging/clean-text.ts'
import type { Answers } from './check-answers.ts'
import { labelOf } from './field-markup.ts'
import { ownAnswerInWords, valueOf } from './own-answer.ts'
import type { PageField } from './page-fields.ts'
import { wordsIn, type PageWords } from './page-words.ts'

/** What the team reads: the message, what was asked besides, and what the card of the client says otherwise. */
export function messageOfAnswers(fields: PageField[], answers: Answers, differing: string[], locale: Locale): string {
  const t = wordsIn(locale)
  const line = (field: PageField) => lineOf(labelOf(field, t), answerTo(field, answers, locale), t)
  const asked = fields.filter((field) => isQuestion(field) && (answers.has(field.id) || field.kind === 'checkbox'))
  const other = fields.filter((field) => differing.includes(field.kind === 'own' ? field.fieldId : field.kind))
  return [
    said(fields, answers),
    asked.map(line).join('\n'),
    other.length > 0 ? [t('differs'), ...other.map(line)].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** All of it, for whoever has nothing but this. */
export function allAnswers(fields: PageField[], answers: Answers, locale: Locale): string {
  const t = wordsIn(locale)
  const others = fields.filter(({ id, kind }) => kind !== 'message' && answers.has(id))
  return [
    said(fields, answers),
    others.map((field) => lineOf(labelOf(field, t), answerTo(field, answers, locale), t)).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The line by which the conversation is known: how the message begins. */
export function subjectOfAnswers(fields: PageField[], answers: Answers): string {
  const text = said(fields, answers).replace(/\s+/g, ' ').trim()
  return text.length <= mostSigns ? text : `${cutText(text, mostSigns).replace(/\s+\S*$/, '')}…`
}

function said(fields: PageField[], answers: Answers) {
  const message = fields.find((field) => field.kind === 'message')
  return (message && answers.get(message.id)) ?? ''
}

function isQuestion({ kind }: PageField) {
  return kind !== 'message' && kind !== 'own' && !cardKinds.some((one) => one === kind)
}

function answerTo(field: PageField, answers: Answers, locale: Locale) {
  const { id, kind } = field
  const answer = answers.get(id) ?? ''
  if (kind === 'own') return ownAnswerInWords(field.of, valueOf(field.of, answer), wordsIn(locale), locale)
  if (kind === 'checkbox') return wordsIn(locale)(answer === '' ? 'no' : 'yes')
  return kind === 'text' ? `\n${answer}` : answer
}

/** A label that asks needs no colon. */
function lineOf(label: string, answer: string, t: PageWords) {
  return /[?:!]$/.test(label) ? `${label} ${answer}` : t('answer', { label, answer })
}

const mostSigns = 70
