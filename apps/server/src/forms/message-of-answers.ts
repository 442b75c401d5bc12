import { cardKinds, type CardKind, type FormField } from '@comptoir/contract/forms'
import { cutText } from '../messaging/clean-text.ts'
import type { Answers } from './check-answers.ts'
import { labelOf } from './field-markup.ts'
import type { PageWords } from './page-words.ts'

/** What the team reads: the message, what was asked besides, and what the card of the client says otherwise. */
export function messageOfAnswers(fields: FormField[], answers: Answers, differing: CardKind[], t: PageWords): string {
  const line = (field: FormField) => lineOf(labelOf(field, t), answerTo(field, answers, t), t)
  const asked = fields.filter((field) => isQuestion(field) && (answers.has(field.id) || field.kind === 'checkbox'))
  const other = fields.filter((field) => differing.some((kind) => kind === field.kind))
  return [
    said(fields, answers),
    asked.map(line).join('\n'),
    other.length > 0 ? [t('differs'), ...other.map(line)].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** All of it, for whoever has nothing but this. */
export function allAnswers(fields: FormField[], answers: Answers, t: PageWords): string {
  const others = fields.filter(({ id, kind }) => kind !== 'message' && answers.has(id))
  return [
    said(fields, answers),
    others.map((field) => lineOf(labelOf(field, t), answerTo(field, answers, t), t)).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The line by which the conversation is known: how the message begins. */
export function subjectOfAnswers(fields: FormField[], answers: Answers): string {
  const text = said(fields, answers).replace(/\s+/g, ' ').trim()
  return text.length <= mostSigns ? text : `${cutText(text, mostSigns).replace(/\s+\S*$/, '')}…`
}

function said(fields: FormField[], answers: Answers) {
  const message = fields.find((field) => field.kind === 'message')
  return (message && answers.get(message.id)) ?? ''
}

function isQuestion({ kind }: FormField) {
  return kind !== 'message' && !cardKinds.some((one) => one === kind)
}

function answerTo({ id, kind }: FormField, answers: Answers, t: PageWords) {
  const answer = answers.get(id) ?? ''
  if (kind === 'checkbox') return t(answer === '' ? 'no' : 'yes')
  return kind === 'text' ? `\n${answer}` : answer
}

/** A label that asks needs no colon. */
function lineOf(label: string, answer: string, t: PageWords) {
  return /[?:!]$/.test(label) ? `${label} ${answer}` : t('answer', { label, answer })
}

const mostSigns = 70
