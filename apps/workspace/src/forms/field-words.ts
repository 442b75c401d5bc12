import { cardKinds, questionKinds, type FieldKind, type FormField } from '@comptoir/contract/forms'
import { useLanguage } from '../app/create-language.ts'

/** How the kinds of fields are called, and one field by its label. */
export function useFieldWords() {
  const { t } = useLanguage()
  const kind = (of: FieldKind) => {
    const question = questionKinds.find((one) => one === of)
    if (question) return t(`forms.kinds.${question}`)
    const onCard = cardKinds.find((one) => one === of)
    return t(`forms.standard.${onCard ?? 'message'}`)
  }
  return { kind, nameOf: (field: FormField) => field.label || kind(field.kind) }
}
