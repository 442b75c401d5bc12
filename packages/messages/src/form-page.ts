import { formPage as en } from './en/form-page.ts'
import { invalid as enInvalid } from './en/invalid.ts'
import { formPage as fr } from './fr/form-page.ts'
import { invalid as frInvalid } from './fr/invalid.ts'
import { formPage as nl } from './nl/form-page.ts'
import { invalid as nlInvalid } from './nl/invalid.ts'

/** What the public form says, in every language at once, with what may be wrong with a field. */
export const formPageWords = {
  fr: { ...fr, invalid: frInvalid },
  nl: { ...nl, invalid: nlInvalid },
  en: { ...en, invalid: enInvalid },
}
