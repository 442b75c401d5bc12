import { common } from './fr/common.ts'
import { errors } from './fr/errors.ts'
import { invalid } from './fr/invalid.ts'
import { shell } from './fr/shell.ts'

/** What the screens say. Only one language is ever loaded. */
export const catalogue = { common, errors, invalid, shell }
