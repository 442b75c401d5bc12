import * as v from 'valibot'
import { command, filledLine, id, type Instant } from './base.ts'
import { noteBody } from './composer.ts'
import { filter } from './filter-inputs.ts'
import { reminderWish } from './reminders.ts'
import { view } from './views.ts'

/** What can be done to many conversations at once. */
export const bulkAct = v.variant('is', [
  v.object({ is: v.picklist(['archive', 'reopen', 'delete', 'restore', 'read', 'unread']) }),
  /** With a note, it is written into each of them. */
  v.object({ is: v.literal('assign'), assigneeId: v.nullable(id), note: v.optional(noteBody) }),
  /** Gives a tag, by its name, to the clients; one whose name is new is made. */
  v.object({ is: v.literal('tag'), tag: filledLine(40) }),
  v.object({ is: v.literal('remind'), ...reminderWish.entries }),
])
export type BulkAct = v.InferOutput<typeof bulkAct>

/** So many are done within the answer; more go on behind it. */
export const bulkChunk = 500
/** So many can be named one by one; more are named by their view. */
export const mostNamed = 5_000

export const startBulkInput = v.object({
  ...command,
  act: bulkAct,
  /** These, or all that a view, narrowed or not, holds at this moment but those. */
  of: v.variant('is', [
    v.object({ is: v.literal('these'), ids: v.pipe(v.array(id), v.minLength(1), v.maxLength(mostNamed)) }),
    v.object({
      is: v.literal('view'),
      view,
      filter: v.optional(filter, {}),
      except: v.pipe(v.array(id), v.maxLength(mostNamed)),
    }),
  ]),
})
export type StartBulkInput = v.InferOutput<typeof startBulkInput>

export const undoBulkInput = v.object(command)

/** How far something done to many has come. Its id is that of the command that began it. */
export interface BulkView {
  id: string
  act: BulkAct
  state: 'running' | 'done' | 'undoing' | 'undone'
  total: number
  done: number
  at: Instant
}

/** What became of conversations, all of them alike. */
export type BulkChange =
  | { is: 'state'; state: 'open' | 'archived' | 'deleted' }
  | { is: 'assignee'; assigneeId: string | null; note?: { preview: string; at: Instant } }
  | { is: 'read' | 'unread'; userId: string }
  | { is: 'follow-up'; followUpAt: Instant | null; dueNote: string | null }
