import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { listQuery, sendReplyInput } from '@comptoir/contract/inbox'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { valid } from '../valid.ts'
import { countsOf } from './counts.ts'
import { exampleIds } from '../example-ids.ts'
import { listConversations } from './list-conversations.ts'
import { openConversation } from './open-conversation.ts'
import { sendReply } from './send-reply.ts'

const conversationParam = valid('param', v.object({ conversationId: id }))
const { conversationId, commandId, newId } = exampleIds

export const inboxRoutes = new Hono<AppEnv>()
  .get('/conversations', scope('staff', { query: { view: 'open' } }), valid('query', listQuery), async (c) => {
    const { view, after } = c.req.valid('query')
    return c.json(await listConversations(c.var.server.db, c.var.staff, view, after), 200)
  })
  .get('/counts', scope('staff'), async (c) => {
    const { server, staff } = c.var
    const counts = await countsOf(server.db, staff.workspaceId, [staff])
    return c.json(counts.get(staff.userId)!, 200)
  })
  .get('/conversations/:conversationId', scope('staff', { param: { conversationId } }), conversationParam, async (c) =>
    c.json(await openConversation(c.var.server.db, c.var.staff, c.req.valid('param').conversationId), 200),
  )
  .post(
    '/conversations/:conversationId/replies',
    scope('staff', {
      param: { conversationId },
      json: { commandId, messageId: newId, bodyHtml: '<p>Bonjour</p>', fileIds: [], baseSeq: 1 },
    }),
    conversationParam,
    valid('json', sendReplyInput),
    async (c) => {
      const { live, delivery } = c.var.server
      const sent = await sendReply(live, c.var.staff, c.req.valid('param').conversationId, c.req.valid('json'))
      delivery.wake()
      return c.json(sent, 201)
    },
  )
