import * as v from 'valibot'
import { command, filledLine, id } from './base.ts'
import type { TagView, Tone } from './clients.ts'

/** How a value is written, read and compared. */
export const fieldKinds = [
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'checkbox',
  'email',
  'phone',
  'address',
  'identifier',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What a number of a client is for; '' where nobody said. */
export const phoneLabels = ['mobile', 'home', 'work', '', 'fax'] as const
export type PhoneLabel = (typeof phoneLabels)[number]

/** The fields every business has, as the card shows them. */
export const standardFields = [
  'name',
  'title',
  'company',
  'category',
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
] as const
export type StandardField = (typeof standardFields)[number]

/** Of each at most so many. */
export const fieldLimits = { fields: 50, choices: 100, points: 20 }

/** Something that can be chosen: a category, or an answer of a field. */
export interface ChoiceView {
  id: string
  name: string
  tone: Tone
}

/** A field of the business. */
export interface FieldView {
  id: string
  name: string
  kind: FieldKind
  uniqueness: 'free' | 'unique'
  choices: ChoiceView[]
}

/** What a business keeps of its clients, in its order. */
export interface ClientSetup {
  fields: FieldView[]
  categories: ChoiceView[]
}

/** The same, as it was at `seq`. */
export interface ClientSetupSlice extends ClientSetup {
  seq: number
}

/** All tags, by name, as they were at `seq`. */
export interface TagsSlice {
  seq: number
  tags: TagView[]
}

export function isStandard(field: string): field is StandardField {
  return standardFields.some((one) => one === field)
}

export const tone = v.picklist(['neutral', 'accent', 'warm', 'info', 'plum', 'danger', 'moss'])
const named = { name: filledLine(60) }
const uniqueness = v.picklist(['free', 'unique'])
export const addFieldInput = v.object({ ...command, id, ...named, kind: v.picklist(fieldKinds), uniqueness })
export type AddFieldInput = v.InferOutput<typeof addFieldInput>
/** Also puts back one that was removed. */
export const changeFieldInput = v.object({ ...command, ...named, uniqueness })
export type ChangeFieldInput = v.InferOutput<typeof changeFieldInput>
/** `fieldId`: of which field; null for a category. */
export const addChoiceInput = v.object({ ...command, id, fieldId: v.nullable(id), ...named, tone })
export type AddChoiceInput = v.InferOutput<typeof addChoiceInput>
/** Also puts back one that was removed. */
export const changeChoiceInput = v.object({ ...command, ...named, tone })
export type ChangeChoiceInput = v.InferOutput<typeof changeChoiceInput>
export const changeTagInput = v.object({ ...command, name: filledLine(40), tone })
export type ChangeTagInput = v.InferOutput<typeof changeTagInput>
export const setupCommandInput = v.object(command)
/** All of the fields, of the categories, or of the choices of one field, in their new order. */
export const orderInput = v.object({ ...command, ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)) })
export type OrderInput = v.InferOutput<typeof orderInput>
