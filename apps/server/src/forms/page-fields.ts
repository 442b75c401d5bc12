import type { Tx } from '@comptoir/db/db'
import type { FieldView } from '@comptoir/contract/client-fields'
import type { FormField, FormView, OwnField } from '@comptoir/contract/forms'
import { setupOf } from '../clients/client-fields.ts'

/** A field as its visitors meet it: one of the business brings what it is. */
export type PageField = Exclude<FormField, OwnField> | OwnPageField
export type OwnPageField = OwnField & { of: FieldView }

/** The form with all that its page needs. */
export type PageForm = Omit<FormView, 'fields'> & { fields: PageField[] }

/** What the business took away, or what has nothing to choose from, is not asked. */
export async function withOwnFields(tx: Tx, workspaceId: string, form: FormView): Promise<PageForm> {
  if (!form.fields.some(({ kind }) => kind === 'own')) return { ...form, fields: form.fields.filter(isUsual) }
  const { fields: kept } = await setupOf(tx, workspaceId)
  const fields = form.fields.flatMap((field): PageField[] => {
    if (isUsual(field)) return [field]
    const of = kept.find(({ id }) => id === field.fieldId)
    return of && (!isChosen(of) || of.choices.length > 0) ? [{ ...field, of }] : []
  })
  return { ...form, fields }
}

/** Whether one answers by choosing among what there is. */
export function isChosen({ kind }: FieldView) {
  return kind === 'choice' || kind === 'choices'
}

function isUsual(field: FormField): field is Exclude<FormField, OwnField> {
  return field.kind !== 'own'
}
