import { phoneLabels, type ChoiceView, type FieldKind, type StandardField } from '@comptoir/contract/client-fields'
import { useLanguage } from '../app/create-language.ts'
import type { Setup } from './create-setup.ts'

/** How a field of the card is shown and written. */
export interface CardField {
  id: string
  label: string
  kind: FieldKind | 'emails' | 'phones'
  /** What of a browser's own knowledge fits. */
  choices: readonly ChoiceView[]
  /** Shown although it says nothing. */
  always: 'always' | 'filled'
}

/** The fields of a card in their order: those of every business, then its own. */
export function useCardFields(setup: Setup) {
  const { t } = useLanguage()
  const standard = (id: StandardField): CardField => ({
    id,
    label: t(`card.fields.${id}`),
    kind: kindOf(id),
    choices: id === 'category' ? setup.categories() : [],
    always: ['category', 'name', 'emails', 'mobile', 'street', 'town'].includes(id) ? 'always' : 'filled',
  })
  return (): CardField[] => [
    ...inOrder.filter((id) => id !== 'category' || setup.categories().length > 0).map(standard),
    ...setup
      .fields()
      .map(({ id, name, kind, choices }) => ({ id, label: name, kind, choices, always: 'always' as const })),
  ]
}

const inOrder: StandardField[] = [
  'category',
  'title',
  'name',
  'company',
  'emails',
  'mobile',
  'home',
  'work',
  'phone',
  'fax',
  'street',
  'postalCode',
  'town',
  'country',
  'birthday',
]

function kindOf(id: StandardField): CardField['kind'] {
  if (id === 'emails') return 'emails'
  if (id === 'phone' || phoneLabels.some((label) => label === id)) return 'phones'
  if (id === 'category') return 'choice'
  return id === 'birthday' ? 'date' : 'text'
}
