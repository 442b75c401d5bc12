import { cardKinds, isQuestion, questionKinds, type FieldKind, type FormField } from '@comptoir/contract/forms'
import { useLanguage } from '../app/create-language.ts'
import type { Setup } from '../clients/create-setup.ts'

/** How the kinds of fields are called, and one field by its label. */
export function useFieldWords(setup: Setup) {
  const { t } = useLanguage()
  const kind = (of: FieldKind) => {
    const question = questionKinds.find((one) => one === of)
    if (question) return t(`forms.kinds.${question}`)
    if (of === 'own') return t('forms.own')
    const onCard = cardKinds.find((one) => one === of)
    return t(`forms.standard.${onCard ?? 'message'}`)
  }
  const of = (field: FormField) =>
    field.kind === 'own' ? setup.fields().find(({ id }) => id === field.fieldId) : undefined
  return {
    kind,
    nameOf: (field: FormField) => field.label || of(field)?.name || kind(field.kind),
    /** What it is: the words beside it say how it is called on the form. */
    titleOf(field: FormField) {
      if (field.kind !== 'own') return kind(field.kind)
      const own = of(field)
      return own
        ? t('forms.own_field', { name: own.name, kind: t(`client_fields.kinds.${own.kind}`) })
        : t('forms.own_gone')
    },
    placeholderOf(field: FormField) {
      if (field.kind === 'checkbox') return t('forms.checkbox_empty')
      return isQuestion(field.kind) ? t('forms.question_empty') : (of(field)?.name ?? kind(field.kind))
    },
  }
}
