import { Hono, type Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { readOpeningToken } from '../messaging/opening-token.ts'
import { Refusal } from '../refusal.ts'
import { noteOpening } from './note-opening.ts'

/**
 * The picture in a mail. It is the same for everybody and whatever its address says, so that nobody learns anything
 * from it; of whoever fetches it nothing is kept, neither address nor program.
 */
export const openingRoutes = new Hono<AppEnv>().get(
  '/:picture',
  scope('public', { param: { picture: 'nobody.gif' } }),
  async (c) => {
    await noteWhoOpened(c)
    return c.body(picture, 200, {
      'Content-Type': 'image/gif',
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    })
  },
)

/** Whatever goes wrong, the reader of the mail sees no broken picture. */
async function noteWhoOpened(c: Context<AppEnv, '/:picture'>) {
  const { live, limits, log, secretKey } = c.var.server
  const opened = readOpeningToken(c.req.param('picture').replace(/\.gif$/, ''), secretKey)
  if (!opened || isAhead(c)) return
  try {
    await limits.openingsFrom.count(c.var.ip)
    await noteOpening(live, opened)
  } catch (error) {
    if (!(error instanceof Refusal)) log.error({ err: error, delivery: opened.deliveryId }, 'an opening was not noted')
  }
}

/** Whether a program only looks, or fetches before anybody asks for it. */
function isAhead(c: Context<AppEnv>) {
  if (c.req.method === 'HEAD') return true
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|prerender|preview/i.test(c.req.header(name) ?? ''),
  )
}

/** One transparent point. */
const picture = Uint8Array.fromBase64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7')
