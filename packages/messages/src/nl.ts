import { common } from './nl/common.ts'
import { errors } from './nl/errors.ts'
import { invalid } from './nl/invalid.ts'
import { shell } from './nl/shell.ts'

/** What the screens say. Only one language is ever loaded. */
export const catalogue = { common, errors, invalid, shell }
