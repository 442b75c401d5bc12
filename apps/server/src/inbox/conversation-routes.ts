import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { addNoteInput, saveDraftInput, sendReplyInput } from '@comptoir/contract/composer'
import { assignInput, conversationCommandInput, readInput } from '@comptoir/contract/inbox'
import { setReminderInput } from '@comptoir/contract/reminders'
import { earlierQuery } from '@comptoir/contract/timeline'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { addNote } from './add-note.ts'
import { assignConversation } from './assign-conversation.ts'
import { archiveConversation, deleteConversation, reopenConversation, restoreConversation } from './change-state.ts'
import { earlierItems } from './earlier-items.ts'
import { markRead } from './mark-read.ts'
import { markUnread } from './mark-unread.ts'
import { openConversation } from './open-conversation.ts'
import { setReminder } from './reminders/set-reminder.ts'
import { saveDraft } from './save-draft.ts'
import { sendReply } from './send-reply.ts'
import { throwDraftAway } from './throw-draft-away.ts'

const conversationParam = valid('param', v.object({ conversationId: id }))
const { conversationId, commandId, newId, userId } = exampleIds
const param = { conversationId }

/** Where, who, and of which conversation: what every command below begins with. */
function about(c: Context<AppEnv, string, { out: { param: { conversationId: string } } }>) {
  return [c.var.server.live, c.var.staff, c.req.valid('param').conversationId] as const
}

/** What is asked of one conversation. */
export const conversationRoutes = new Hono<AppEnv>()
  .get('/', scope('staff', { param }), conversationParam, async (c) =>
    c.json(await openConversation(c.var.server.db, c.var.staff, c.req.valid('param').conversationId), 200),
  )
  .get(
    '/earlier',
    scope('staff', { param, query: { before: '60_2026-11-21T10:00:00.000000Z' } }),
    conversationParam,
    valid('query', earlierQuery),
    async (c) => {
      const { before } = c.req.valid('query')
      return c.json(await earlierItems(c.var.server.db, c.var.staff, c.req.valid('param').conversationId, before), 200)
    },
  )
  .post(
    '/replies',
    scope('staff', {
      param,
      json: { commandId, messageId: newId, bodyHtml: '<p>Bonjour</p>', fileIds: [], baseSeq: 1 },
    }),
    conversationParam,
    valid('json', sendReplyInput),
    async (c) => {
      const sent = await sendReply(...about(c), c.req.valid('json'))
      c.var.server.delivery.wake()
      return c.json(sent, 201)
    },
  )
  .post(
    '/notes',
    scope('staff', {
      param,
      json: {
        commandId,
        noteId: newId,
        body: '@Lea, à rappeler demain.',
        mentions: [{ startsAt: 0, length: 4, userId }],
      },
    }),
    conversationParam,
    valid('json', addNoteInput),
    async (c) => c.json(await addNote(...about(c), c.req.valid('json')), 201),
  )
  .put(
    '/assignee',
    scope('team', { param, json: { commandId, assigneeId: userId } }),
    conversationParam,
    valid('json', assignInput),
    async (c) => c.json(await assignConversation(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/archive',
    scope('staff', { param, json: { commandId } }),
    conversationParam,
    valid('json', conversationCommandInput),
    async (c) => c.json(await archiveConversation(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/reopen',
    scope('staff', { param, json: { commandId } }),
    conversationParam,
    valid('json', conversationCommandInput),
    async (c) => c.json(await reopenConversation(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/delete',
    scope('team', { param, json: { commandId } }),
    conversationParam,
    valid('json', conversationCommandInput),
    async (c) => c.json(await deleteConversation(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/restore',
    scope('team', { param, json: { commandId } }),
    conversationParam,
    valid('json', conversationCommandInput),
    async (c) => c.json(await restoreConversation(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/read',
    scope('staff', { param, json: { commandId, seq: 1 } }),
    conversationParam,
    valid('json', readInput),
    async (c) => c.json(await markRead(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/unread',
    scope('staff', { param, json: { commandId } }),
    conversationParam,
    valid('json', conversationCommandInput),
    async (c) => c.json(await markUnread(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/reminders',
    scope('staff', {
      param,
      json: {
        commandId,
        reminderId: newId,
        dueAt: '2050-01-03T08:00:00Z',
        note: 'Rappeler',
        ownerId: null,
        condition: 'always',
      },
    }),
    conversationParam,
    valid('json', setReminderInput),
    async (c) => {
      const set = await setReminder(...about(c), c.req.valid('json'))
      c.var.server.reminders.wake()
      return c.json(set, 201)
    },
  )
  .put(
    '/draft',
    scope('staff', { param, json: { kind: 'reply', bodyHtml: '<p>Bonjour</p>', fileIds: [], baseSeq: 1, version: 0 } }),
    conversationParam,
    valid('json', saveDraftInput),
    async (c) => c.json(await saveDraft(...about(c), c.req.valid('json')), 200),
  )
  .delete('/draft', scope('staff', { param }), conversationParam, async (c) => {
    await throwDraftAway(...about(c))
    return c.body(null, 204)
  })
