import * as v from 'valibot'
import { command, filledLine, id, line, text, type Instant } from './base.ts'
import type { FileView } from './documents.ts'

/** What a text can have filled in when it is put into a message. */
export const variableNames = [
  'client_first_name',
  'client_last_name',
  'client_name',
  'client_company',
  'client_email',
  'client_phone',
  'sender_name',
  'sender_first_name',
  'sender_email',
  'business_name',
  'business_phone',
  'subject',
  'today',
] as const
export type VariableName = (typeof variableNames)[number]

/** A word or two for each; a missing or empty one says nothing. */
export type VariableTexts = Partial<Record<VariableName, string>>

const fields = {
  name: filledLine(80),
  category: v.optional(line(40), ''),
  bodyHtml: text(50_000),
  /** What is written where the client, or whatever it asks for, has none. */
  fallbacks: v.optional(v.record(v.picklist(variableNames), line(80)), {}),
  fileIds: v.optional(v.pipe(v.array(id), v.maxLength(10, 'invalid.too_many_files')), []),
  /** Of whoever keeps it, or of the team. */
  whose: v.picklist(['own', 'team']),
}

export const addTemplateInput = v.object({ ...command, id, ...fields })
export type AddTemplateInput = v.InferOutput<typeof addTemplateInput>

/** `version` is what the person saw: a change on top of another's is refused gently. */
export const changeTemplateInput = v.object({ ...command, version: v.pipe(v.number(), v.integer()), ...fields })
export type ChangeTemplateInput = v.InferOutput<typeof changeTemplateInput>

export const templateCommandInput = v.object(command)

/** A text kept to be written again. */
export interface TemplateView {
  id: string
  name: string
  /** Empty: none. */
  category: string
  /** Our rich text; `<span data-variable="client_name">` is filled in. */
  bodyHtml: string
  fallbacks: VariableTexts
  files: FileView[]
  whose: 'own' | 'team'
  /** How often it was put into a message. */
  useCount: number
  lastUsedAt: Instant | null
  version: number
}

/** One's own and the team's, as they were at `seq`. */
export interface TemplatesSlice {
  seq: number
  templates: TemplateView[]
}
