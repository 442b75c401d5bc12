import { errors } from './nl/errors.ts'

/** What the screens say. Only one language is ever loaded. */
export const catalogue = { errors }
