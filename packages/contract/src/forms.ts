import * as v from 'valibot'
import { command, email, filledLine, id, line, locale, text } from './base.ts'
import { phone } from './phone.ts'

/** What fills in the card of the client, each at most once. */
export const cardKinds = ['name', 'email', 'phone', 'company', 'street', 'postalCode', 'town'] as const
/** What a business asks besides, as often as it likes. */
export const questionKinds = ['line', 'text', 'choice', 'checkbox'] as const

export type CardKind = (typeof cardKinds)[number]
export type QuestionKind = (typeof questionKinds)[number]
export type FieldKind = CardKind | QuestionKind | 'message' | 'own'

/** The most of each: fields and answers to choose from, and characters of a text. */
export const formLimits = {
  fields: 30,
  options: 30,
  label: 120,
  question: 300,
  title: 120,
  intro: 1000,
  thanks: 1000,
  acknowledgementText: 4000,
}

export function isQuestion(kind: FieldKind): kind is QuestionKind {
  return questionKinds.some((one) => one === kind)
}

const theme = v.optional(v.picklist(['auto', 'light', 'dark']), 'auto')
const need = v.picklist(['required', 'optional'])
const cardField = v.object({
  id,
  kind: v.union([v.picklist(cardKinds), v.literal('message')]),
  /** Empty stands for the usual word, in the language of whoever reads. */
  label: line(formLimits.label),
  need,
})
const question = v.object({
  id,
  kind: v.picklist(['line', 'text', 'checkbox']),
  label: filledLine(formLimits.question),
  need,
})
const choice = v.object({
  id,
  kind: v.literal('choice'),
  label: filledLine(formLimits.question),
  need,
  options: v.pipe(
    v.array(filledLine(formLimits.label)),
    v.minLength(2, 'invalid.options'),
    v.maxLength(formLimits.options, 'invalid.too_many_options'),
    v.check((options) => new Set(options).size === options.length, 'invalid.options_alike'),
  ),
})

/** Fills in a field that the business keeps of its clients; its kind and its choices are those of that field. */
const own = v.object({
  id,
  kind: v.literal('own'),
  fieldId: id,
  /** Empty stands for the name of the field. */
  label: line(formLimits.question),
  need,
})
export type OwnField = v.InferOutput<typeof own>

/** One field of the form, in its place. */
export const formField = v.variant('kind', [cardField, question, choice, own])
export type FormField = v.InferOutput<typeof formField>

const fields = v.pipe(
  v.array(formField),
  v.maxLength(formLimits.fields, 'invalid.too_many_fields'),
  v.check((all) => count(all, 'message') === 1, 'invalid.message_field'),
  v.check((all) => count(all, 'email') + count(all, 'phone') > 0, 'invalid.reachable'),
  v.check((all) => cardKinds.every((kind) => count(all, kind) < 2), 'invalid.field_twice'),
  v.check((all) => new Set(all.map((field) => field.id)).size === all.length, 'invalid.field_twice'),
  v.check((all) => {
    const owns = all.flatMap((field) => (field.kind === 'own' ? [field.fieldId] : []))
    return new Set(owns).size === owns.length
  }, 'invalid.field_twice'),
)

const shown = {
  title: line(formLimits.title),
  intro: text(formLimits.intro),
  fields,
  files: v.picklist(['allowed', 'refused']),
  thanks: text(formLimits.thanks),
  acknowledgement: v.picklist(['on', 'off']),
  acknowledgementText: text(formLimits.acknowledgementText),
}
const content = { ...shown, mailboxId: v.nullable(id) }

/** `version` is what the person saw: a change on top of another's is refused gently. */
export const changeFormInput = v.object({
  ...command,
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  state: v.picklist(['on', 'off']),
  ...content,
})
export type ChangeFormInput = v.InferOutput<typeof changeFormInput>

/** A form nobody keeps yet, to be shown as its visitors would see it. */
export const previewFormInput = v.object({ ...shown, theme })
export type PreviewFormInput = v.InferOutput<typeof previewFormInput>

/** The form of a business. */
export interface FormView extends Omit<ChangeFormInput, 'commandId'> {
  /** 0: nobody kept one yet. */
  version: number
}

/** The form, as it was at `seq`. */
export interface FormSlice {
  seq: number
  form: FormView
}

/** What the address of the public page may say. */
export const formPageQuery = v.object({
  lang: v.fallback(v.optional(locale), undefined),
  /** The page it is shown in. */
  from: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(2000))), undefined),
  theme: v.fallback(theme, 'auto'),
})
export type FormPageQuery = v.InferOutput<typeof formPageQuery>

/** How an answer to a field must be, once there is one. */
export const answers = {
  name: line(120),
  email,
  phone,
  company: line(120),
  street: line(200),
  postalCode: line(20),
  town: line(100),
  line: line(300),
  text: text(5000),
  message: text(10_000),
}

/** The most files of one form, and the most bytes of each and of all together. */
export const maxFormFiles = 5
export const maxFormFileBytes = 10 * 1024 * 1024
export const maxFormFilesBytes = 20 * 1024 * 1024
/** The same, as people read it: in megabytes. */
export const formFileLimits = {
  files: maxFormFiles,
  each: maxFormFileBytes / 2 ** 20,
  all: maxFormFilesBytes / 2 ** 20,
}

function count(all: { kind: FieldKind }[], kind: FieldKind) {
  return all.filter((field) => field.kind === kind).length
}
