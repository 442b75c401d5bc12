import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { conversationCommandInput } from '@comptoir/contract/inbox'
import { linkInput, mergeInput, splitInput, undoMergingInput } from '@comptoir/contract/merging'
import type { AppEnv } from '../../app-env.ts'
import { scope } from '../../declared-scope.ts'
import { exampleIds } from '../../example-ids.ts'
import { valid } from '../../valid.ts'
import { linkConversations, unlinkConversations } from './link-conversations.ts'
import { mergeConversations } from './merge-conversations.ts'
import { splitConversation } from './split-conversation.ts'
import { undoMerging } from './undo-merging.ts'
import { undoSplit } from './undo-split.ts'

const conversationParam = valid('param', v.object({ conversationId: id }))
const { conversationId, otherConversationId, mergingId, messageId, commandId, newId } = exampleIds
const param = { conversationId }

function about(c: Context<AppEnv, string, { out: { param: { conversationId: string } } }>) {
  return [c.var.server.live, c.var.staff, c.req.valid('param').conversationId] as const
}

/** What makes of several conversations one, of one several, and says which belong together. */
export const mergingRoutes = new Hono<AppEnv>()
  .post(
    '/merge',
    scope('team', { param, json: { commandId, mergedIds: [otherConversationId] } }),
    conversationParam,
    valid('json', mergeInput),
    async (c) => c.json(await mergeConversations(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/undo-merging',
    scope('team', { param, json: { commandId, mergingIds: [mergingId] } }),
    conversationParam,
    valid('json', undoMergingInput),
    async (c) => c.json(await undoMerging(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/split',
    scope('team', { param, json: { commandId, messageId, part: 'alone', newId } }),
    conversationParam,
    valid('json', splitInput),
    async (c) => c.json(await splitConversation(...about(c), c.req.valid('json')), 201),
  )
  .post(
    '/undo-split',
    scope('team', { param, json: { commandId } }),
    conversationParam,
    valid('json', conversationCommandInput),
    async (c) => c.json(await undoSplit(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/link',
    scope('team', { param, json: { commandId, otherId: otherConversationId } }),
    conversationParam,
    valid('json', linkInput),
    async (c) => c.json(await linkConversations(...about(c), c.req.valid('json')), 200),
  )
  .post(
    '/unlink',
    scope('team', { param, json: { commandId, otherId: otherConversationId } }),
    conversationParam,
    valid('json', linkInput),
    async (c) => c.json(await unlinkConversations(...about(c), c.req.valid('json')), 200),
  )
