import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { downloadParam, prepareDownloadInput } from '@comptoir/contract/backup'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { contentDisposition } from '../documents/content-disposition.ts'
import { exampleIds } from '../example-ids.ts'
import { confirmPassword } from '../identity/confirm-password.ts'
import { Refusal } from '../refusal.ts'
import { valid } from '../valid.ts'
import { downloadBackup } from './download-backup.ts'
import { openBackups } from './open-backups.ts'

export const backupRoutes = new Hono<AppEnv>()
  .get('/', scope('owner'), async (c) => c.json(await openBackups(c.var.server, c.var.staff), 200))
  .post(
    '/downloads',
    scope('owner', { json: { password: 'une longue phrase' } }),
    valid('json', prepareDownloadInput),
    async (c) => {
      const { limits, downloads } = c.var.server
      const { workspaceId, userId, sessionId } = c.var.staff
      await limits.backupsOf.count(workspaceId)
      await confirmPassword(c.var.server, c.var.staff, c.req.valid('json').password)
      return c.json({ downloadId: downloads.give({ workspaceId, userId, sessionId }) }, 201)
    },
  )
  .get(
    '/downloads/:downloadId',
    scope('owner', { param: { downloadId: exampleIds.downloadId } }),
    valid('param', downloadParam),
    async (c) => {
      const { staff, server } = c.var
      // Whoever only asks what it would be gets none, and takes none from who comes to have it.
      if (c.req.method === 'HEAD') return c.body(null, 405, { Allow: 'GET' })
      if (!server.downloads.take(c.req.valid('param').downloadId, staff))
        throw new Refusal('not_found', 'errors.download_expired')
      const name = `comptoir-${staff.slug}-${new Date().toISOString().slice(0, 10)}.tar.zst`
      return c.body(Readable.toWeb(await downloadBackup(server, staff)) as ReadableStream, 200, {
        'Content-Type': 'application/zstd',
        'Content-Disposition': contentDisposition('attachment', name),
        'X-Content-Type-Options': 'nosniff',
      })
    },
  )
