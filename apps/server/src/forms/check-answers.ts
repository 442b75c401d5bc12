import * as v from 'valibot'
import { answers as shapes, type FormField } from '@comptoir/contract/forms'
import type { PageKey } from './page-words.ts'

/** What somebody answered, by the id of the field: only what they filled in. */
export type Answers = ReadonlyMap<string, string>

/** The answers as they will be kept, or what is wrong with which of them. */
export function checkAnswers(
  fields: FormField[],
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

  function keep(field: FormField, value: string): PageKey | null {
    if (field.kind === 'choice' && !field.options.includes(value)) return 'errors.choice'
    const shape = field.kind === 'choice' || field.kind === 'checkbox' ? shapes.line : shapes[field.kind]
    const parsed = v.safeParse(shape, value.replace(/\r\n?/g, '\n'))
    if (!parsed.success) return problemOf(parsed.issues[0].message)
    answers.set(field.id, parsed.output)
    return null
  }
}

function emptyProblem({ kind, need }: FormField): PageKey | null {
  if (need === 'optional' && kind !== 'message') return null
  return kind === 'checkbox' ? 'errors.tick' : 'invalid.empty'
}

/** By one of these the business can answer. */
function isReach({ kind }: FormField) {
  return kind === 'email' || kind === 'phone'
}

function problemOf(message: string): PageKey {
  const known: PageKey[] = ['invalid.too_long', 'invalid.characters', 'invalid.email', 'invalid.phone']
  return known.find((key) => key === message) ?? 'invalid.format'
}
