import * as v from 'valibot'
import { command, filledLine, id } from './base.ts'
import { readPart, type FilterPart } from './filters.ts'
import { view } from './views.ts'

const part = <Part extends FilterPart>(name: Part) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check((said) => readPart(name, said) !== null, 'invalid.format'),
      v.transform((said) => readPart(name, said)!),
    ),
  )

/** The parts of a filter beside what else is asked. */
export const filterQuery = {
  text: part('text'),
  assignee: part('assignee'),
  tag: part('tag'),
  category: part('category'),
  source: part('source'),
  page: part('page'),
  channel: part('channel'),
  since: part('since'),
  until: part('until'),
  state: part('state'),
  unread: part('unread'),
  waiting: part('waiting'),
} satisfies { [Part in FilterPart]: unknown }
export const filter = v.strictObject(filterQuery)

export const countQuery = v.object({ view: v.optional(view, 'open'), ...filterQuery })

const kept = { name: filledLine(60), view, filter, whose: v.picklist(['own', 'team']) }
/** `position`: where it stood before it was removed; without it, it comes last. */
export const saveViewInput = v.object({
  ...command,
  id,
  ...kept,
  position: v.optional(v.pipe(v.number(), v.safeInteger())),
})
export type SaveViewInput = v.InferOutput<typeof saveViewInput>
export const changeSavedViewInput = v.object({ ...command, ...kept })
export type ChangeSavedViewInput = v.InferOutput<typeof changeSavedViewInput>
export const savedViewCommandInput = v.object(command)
/** All of one's own, or all of the team's, in their new order. */
export const orderSavedViewsInput = v.object({ ...command, ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)) })
