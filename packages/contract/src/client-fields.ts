import * as v from 'valibot'
import { command, email, filledLine, id, line } from './base.ts'
import type { ClientView, TagView, Tone } from './clients.ts'
import { phone } from './phone.ts'

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

/** One line of text, or several values; nothing is '' or []. */
export type FieldValue = string | string[]

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

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'invalid.date'), v.check(isDay, 'invalid.date'))
const decimal = v.pipe(v.string(), v.trim(), v.regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'invalid.number'))
const points = <Point extends v.GenericSchema<string, string>>(point: Point) =>
  v.pipe(v.array(point), v.maxLength(fieldLimits.points))
const chosen = (most: number) => v.pipe(v.array(id), v.maxLength(most, 'invalid.format'))
const orNothing = <Value extends v.GenericSchema<string, string>>(value: Value) =>
  v.union([v.pipe(v.string(), v.trim(), v.literal('')), value])

const kinds = {
  text: line(500),
  number: orNothing(decimal),
  date: orNothing(day),
  choice: chosen(1),
  choices: chosen(fieldLimits.choices),
  checkbox: v.picklist(['', 'yes']),
  email: orNothing(email),
  phone: orNothing(phone),
  address: line(300),
  identifier: line(80),
} satisfies Record<FieldKind, v.GenericSchema<FieldValue, FieldValue>>

const standard = {
  name: filledLine(120),
  title: line(40),
  company: line(120),
  category: chosen(1),
  emails: points(email),
  mobile: points(phone),
  home: points(phone),
  work: points(phone),
  phone: points(phone),
  fax: points(phone),
  street: line(200),
  postalCode: line(20),
  town: line(100),
  country: line(60),
  birthday: orNothing(day),
} satisfies Record<StandardField, v.GenericSchema<FieldValue, FieldValue>>

/** A value as it will be kept, or the key of what is wrong with it. */
export function readValue(
  field: { is: 'standard'; name: StandardField } | { is: 'own'; kind: FieldKind },
  said: FieldValue,
): { is: 'read'; value: FieldValue } | { is: 'wrong'; why: string } {
  const shape: v.GenericSchema<FieldValue, FieldValue> = field.is === 'own' ? kinds[field.kind] : standard[field.name]
  const list = typeof said === 'string' ? said : said.filter((one) => one.trim() !== '')
  const read = v.safeParse(shape, list)
  if (read.success) return { is: 'read', value: isExact(field) ? plainNumber(read.output) : read.output }
  const messages = read.issues.flatMap((issue) => [issue.message, ...(issue.issues ?? []).map((one) => one.message)])
  return { is: 'wrong', why: messages.find((one) => one.startsWith('invalid.')) ?? 'invalid.format' }
}

/** What a client's card says in a field. */
export function valueOf(client: ClientView, field: string): FieldValue {
  switch (field) {
    case 'name':
    case 'title':
    case 'company':
    case 'street':
    case 'postalCode':
    case 'town':
    case 'country':
      return client[field]
    case 'birthday':
      return client.birthday ?? ''
    case 'category':
      return client.categoryId ? [client.categoryId] : []
    case 'emails':
      return client.emails.map(({ value }) => value)
    case 'mobile':
    case 'home':
    case 'work':
    case 'fax':
    case 'phone': {
      const label = field === 'phone' ? '' : field
      return client.phones.filter((one) => one.label === label).map(({ value }) => value)
    }
    default:
      return client.values[field] ?? ''
  }
}

/** Whether two values say the same; nothing is nothing, however it is written. */
export function isSameValue(one: FieldValue, other: FieldValue) {
  return JSON.stringify(one.length === 0 ? '' : one) === JSON.stringify(other.length === 0 ? '' : other)
}

/** A value one by one. */
export function linesOf(value: FieldValue): string[] {
  if (typeof value !== 'string') return value
  return value === '' ? [] : [value]
}

export function isStandard(field: string): field is StandardField {
  return standardFields.some((one) => one === field)
}

const fieldValue = v.union([
  v.pipe(v.string(), v.maxLength(1000)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(fieldLimits.choices)),
])
/** `was` is what its writer saw there: a change on top of another's is refused gently. */
export const setFieldInput = v.object({
  ...command,
  field: v.union([v.picklist(standardFields), id]),
  value: fieldValue,
  was: fieldValue,
})
export type SetFieldInput = v.InferOutput<typeof setFieldInput>

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

function isExact(field: { is: string; kind?: FieldKind }) {
  return field.kind === 'number'
}

/** One way to write a number: `0.50` is `0.5`. */
function plainNumber(said: FieldValue): FieldValue {
  const [, minus = '', whole = '', rest = ''] = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(String(said)) ?? []
  if (!whole) return said
  const decimals = rest.replace(/0+$/, '')
  const plain = decimals ? `${whole}.${decimals}` : whole
  return plain === '0' ? plain : minus + plain
}

function isDay(said: string) {
  const at = new Date(`${said}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(said) && said >= '1000'
}
