import * as v from 'valibot'
import { line } from './base.ts'

/** A number as people write it. */
export const phone = v.pipe(line(40), v.regex(/^\+?[\d\s().\-/]{4,}$/, 'invalid.phone'))
