import { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { blockedSenderRoutes } from './blocked-sender-routes.ts'
import { connectingRoutes } from './connecting-routes.ts'
import { signatureRoutes } from './signature-routes.ts'
import { signingRoutes } from './dkim/routes.ts'
import { mailboxRoutes } from './mailbox-routes.ts'
import { sandboxRoutes } from './sandbox-routes.ts'

export const messagingRoutes = new Hono<AppEnv>()
  .route('/mailboxes', connectingRoutes)
  .route('/mailboxes', mailboxRoutes)
  .route('/blocked-senders', blockedSenderRoutes)
  .route('/signatures', signatureRoutes)
  .route('/dkim', signingRoutes)
  .route('/sandbox', sandboxRoutes)
