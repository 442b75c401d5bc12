import * as v from 'valibot'
import { answers as shapes } from '@comptoir/contract/forms'
import { linesOf } from '@comptoir/contract/field-values'
import { readOwnAnswer } from './own-answer.ts'
import type { PageField } from './page-fields.ts'
import type { PageKey } from './page-words.ts'

/** What somebody answered, by the id of the field: only what they filled in. What was chosen of a list comes by its id. */
export type Answers = ReadonlyMap<string, string>

/** The answers as they will be kept, or what is wrong with which of them. */
export function checkAnswers(
  fields: PageField[],
  values: ReadonlyMap<string, string>,
): { answers: Answers; wrong: ReadonlyMap<string, PageKey> } {
  const answers = new Map<string, string>()
  const wrong = new Map<string, PageKey>()
  for (const field of fields) {
    const value = values.get(field.id)?.trim() ?? ''
    const problem = value === '' ? emptyProblem(field) : keep(field, value)
    if (problem) wrong.set(field.id, problem)
  }
  const [unreachable] = fields.filter(isReach)
  if (unreachable && !fields.some((field) => isReach(field) && (answers.has(field.id) || wrong.has(field.id))))
    wrong.set(unreachable.id, 'errors.reach')
  return { answers, wrong }

  function keep(field: PageField, value: string): PageKey | null {
    if (field.kind === 'own') {
      const read = readOwnAnswer(field.of, value)
      if (read.is === 'read') answers.set(field.id, linesOf(read.value).join('\n'))
      return read.is === 'read' ? null : read.why
    }
    if (field.kind === 'choice' && !field.options.includes(value)) return 'errors.choice'
    const shape = field.kind === 'choice' || field.kind === 'checkbox' ? shapes.line : shapes[field.kind]
    const parsed = v.safeParse(shape, value.replace(/\r\n?/g, '\n'))
    if (!parsed.success) return problemOf(parsed.issues[0].message)
    answers.set(field.id, parsed.output)
    return null
  }
}

function emptyProblem(field: PageField): PageKey | null {
  const { kind, need } = field
  if (need === 'optional' && kind !== 'message') return null
  return (kind === 'own' ? field.of.kind : kind) === 'checkbox' ? 'errors.tick' : 'invalid.empty'
}

/** By one of these the business can answer. */
function isReach({ kind }: PageField) {
  return kind === 'email' || kind === 'phone'
}

function problemOf(message: string): PageKey {
  const known: PageKey[] = ['invalid.too_long', 'invalid.characters', 'invalid.email', 'invalid.phone']
  return known.find((key) => key === message) ?? 'invalid.format'
}
