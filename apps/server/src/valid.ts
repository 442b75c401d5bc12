import type { ValidationTargets } from 'hono'
import { validator } from 'hono/validator'
import * as v from 'valibot'
import { Refusal } from './refusal.ts'

/** Parses at the door: what fits is typed for the handler, what does not is refused with the fields named. */
export function valid<Target extends keyof ValidationTargets, Schema extends v.GenericSchema>(
  target: Target,
  schema: Schema,
) {
  return validator(target, (value): v.InferOutput<Schema> => {
    const parsed = v.safeParse(schema, value)
    if (parsed.success) return parsed.output
    throw new Refusal('invalid', 'errors.invalid', { fields: fieldsOf(parsed.issues) })
  })
}

/** Field path → key of what is wrong with it. The input itself is never repeated: it may be a password. */
function fieldsOf(issues: v.BaseIssue<unknown>[]): Record<string, string> {
  return Object.fromEntries(
    issues.map((issue) => [
      v.getDotPath(issue) ?? '',
      issue.message.startsWith('invalid.') ? issue.message : 'invalid.format',
    ]),
  )
}
