import { Hono } from 'hono'
import * as v from 'valibot'
import { id } from '@comptoir/contract/base'
import { startConversationInput } from '@comptoir/contract/composer'
import { afterQuery, listQuery } from '@comptoir/contract/inbox'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { exampleIds } from '../example-ids.ts'
import { valid } from '../valid.ts'
import { bulkRoutes } from './bulk/bulk-routes.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { conversationsOfClient } from './conversations-of-client.ts'
import { countsOf } from './counts.ts'
import { filesOfClient } from './files-of-client.ts'
import { filterRoutes } from './filters/filter-routes.ts'
import { forwardRoutes } from './forwarding/forward-routes.ts'
import { listConversations } from './list-conversations.ts'
import { mergingRoutes } from './merging/merging-routes.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { printRoutes } from './printing/print-routes.ts'
import { searchRoutes } from './search/search-routes.ts'
import { reminderRoutes } from './reminders/reminder-routes.ts'
import { settleRoutes } from './settle-routes.ts'
import { startConversation } from './start-conversation.ts'
import { toSortRoutes } from './to-sort-routes.ts'
import { letterRoutes } from './unsent/letter-routes.ts'

const { clientId, commandId, mailboxId, newId } = exampleIds

export const inboxRoutes = new Hono<AppEnv>()
  .get('/conversations', scope('staff', { query: { view: 'open' } }), valid('query', listQuery), async (c) => {
    const { view, after, length, ...filter } = c.req.valid('query')
    return c.json(await listConversations(c.var.server.db, c.var.staff, { view, after, length, filter }), 200)
  })
  .post(
    '/conversations',
    scope('team', {
      json: {
        commandId,
        conversationId: newId,
        messageId: newId,
        client: { is: 'existing', clientId },
        mailboxId,
        to: 'marc@exemple.example',
        subject: 'Votre devis',
        bodyHtml: '<p>Bonjour</p>',
        fileIds: [],
      },
    }),
    valid('json', startConversationInput),
    async (c) => {
      const { live, delivery } = c.var.server
      const started = await startConversation(live, c.var.staff, c.req.valid('json'))
      delivery.wake()
      return c.json(started, 201)
    },
  )
  .get('/counts', scope('staff'), async (c) => {
    const { server, staff } = c.var
    const counts = await countsOf(server.db, staff.workspaceId, [staff])
    return c.json(counts.get(staff.userId)!, 200)
  })
  .get(
    '/clients/:clientId/conversations',
    scope('staff', { param: { clientId } }),
    valid('param', v.object({ clientId: id })),
    valid('query', afterQuery),
    async (c) => {
      const { clientId } = c.req.valid('param')
      return c.json(
        await conversationsOfClient(c.var.server.db, c.var.staff, clientId, c.req.valid('query').after),
        200,
      )
    },
  )
  .get(
    '/clients/:clientId/files',
    scope('staff', { param: { clientId } }),
    valid('param', v.object({ clientId: id })),
    valid('query', afterQuery),
    async (c) => {
      const { clientId } = c.req.valid('param')
      return c.json(await filesOfClient(c.var.server.db, c.var.staff, clientId, c.req.valid('query').after), 200)
    },
  )
  .route('/conversations/:conversationId', conversationRoutes)
  .route('/conversations/:conversationId', mergingRoutes)
  .route('/conversations/:conversationId/forwards', forwardRoutes)
  .route('/conversations/:conversationId/print', printRoutes)
  .route('/messages/:messageId', messageRoutes)
  .route('/letters', letterRoutes)
  .route('/', settleRoutes)
  .route('/to-sort', toSortRoutes)
  .route('/bulk', bulkRoutes)
  .route('/search', searchRoutes)
  .route('/notices', noticeRoutes)
  .route('/', filterRoutes)
  .route('/reminders', reminderRoutes)
