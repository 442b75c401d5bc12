import * as v from 'valibot'
import { command, email, filledLine, id, line } from './base.ts'
import { fieldLimits, standardFields, type FieldKind, type StandardField } from './client-fields.ts'
import type { ClientView } from './clients.ts'
import { phone } from './phone.ts'

/** One line of text, or several values; nothing is '' or []. */
export type FieldValue = string | string[]

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
