import { Hono, type Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { scope } from '../declared-scope.ts'
import { Refusal } from '../refusal.ts'
import { isSameOrigin } from '../same-origin.ts'
import { formPage } from './form-page.ts'
import { noticePage, thanksPage } from './notice-page.ts'
import { pageFiles, type PageFile } from './page-files.ts'
import { sealPage } from './page-token.ts'
import { placeOf } from './place.ts'
import { readSubmission } from './read-submission.ts'
import { takeSubmission } from './take-submission.ts'
import { visitOf, type Visit } from './visit.ts'

/** The form as visitors of a site meet it: pages, a style and two scripts. No cookie, and framed by whoever likes. */
export const publicFormRoutes = new Hono<AppEnv>()
  .use(pageHeaders, sayInThePage)
  .get('/_/:file', scope('public', { param: { file: 'page.css' } }), (c) => {
    const name = c.req.param('file')
    if (!Object.hasOwn(pageFiles, name)) return c.notFound()
    const file = pageFiles[name as PageFile]
    c.header('Cache-Control', c.req.query('v') ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(file.text, 200, { 'Content-Type': file.type })
  })
  .get('/:script{[a-z0-9-]+\\.js}', scope('public', { param: { script: 'chez-marc.js' } }), (c) => {
    // The same for everybody: it knows whose it is by its own address. Asked anew every hour.
    c.header('Cache-Control', 'public, max-age=3600')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return c.body(pageFiles['embed.js'].text, 200, { 'Content-Type': pageFiles['embed.js'].type })
  })
  .get('/:business', scope('public', { param: { business: 'chez-marc' } }), async (c) => {
    const visit = await visitOf(c, c.req.param('business'))
    if (!visit || visit.form.state === 'off') return noForm(c, visit)
    const token = sealPage(c.var.server.secretKey, visit.business.workspaceId)
    return c.html(formPage(visit, { token, values: new Map(), wrong: new Map(), trouble: null }))
  })
  .get('/:business/sent', scope('public', { param: { business: 'chez-marc' } }), async (c) => {
    const visit = await visitOf(c, c.req.param('business'))
    return visit ? c.html(thanksPage(visit)) : noForm(c, visit)
  })
  .post('/:business', scope('public', { param: { business: 'chez-marc' } }), async (c) => {
    const { server } = c.var
    const slug = c.req.param('business')
    const visit = await visitOf(c, slug)
    if (!visit || visit.form.state === 'off') return noForm(c, visit)
    const { workspaceId } = visit.business
    if (!isSameOrigin(c.req.header('origin'), c.req.header('host'), server.config.publicUrl)) {
      const way = { href: `/form/${slug}${visit.query}`, words: 'errors.open_alone' } as const
      return c.html(noticePage(visit, 'title', 'errors.foreign', way), 403)
    }
    const { formsFrom, formsOf } = server.limits
    const theirWait = await minutesToWait(formsFrom.count(c.var.ip))
    const take = visit.form.files === 'allowed' && theirWait === null ? 'files' : 'words'
    const sent = { type: c.req.header('content-type') ?? '', body: c.req.raw.body }
    const submission = await readSubmission(server.files, workspaceId, sent, take)
    // Once all has come: lines that are only held open would keep everybody else from writing to the business.
    const waitMinutes = theirWait ?? (await minutesToWait(formsOf.count(workspaceId)))
    const taken = await takeSubmission(server, visit, submission, waitMinutes)
    if (taken.is === 'sent') return c.redirect(`/form/${slug}/sent${visit.query}`, 303)
    if (theirWait === null) await formsOf.forgive(workspaceId)
    return c.html(formPage(visit, taken.filled), taken.status)
  })

/** Nothing is loaded from elsewhere and no script stands in the page; it may be shown inside any other. */
async function pageHeaders(c: Context<AppEnv>, next: () => Promise<void>) {
  c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  // Not kept from the way back: the same page sends the same thing once.
  c.header('Cache-Control', 'private, no-cache')
  await next()
}

/** What went wrong was noted where all is; a visitor is told in a page, not in the language of programs. */
async function sayInThePage(c: Context<AppEnv>, next: () => Promise<void>) {
  await next()
  if (!c.error) return
  const why = c.req.method === 'POST' ? 'errors.cut' : 'errors.away'
  c.res = await c.html(noticePage(placeOf(c, '', 'fr'), 'failed_title', why), 503)
}

function noForm(c: Context<AppEnv>, visit: Visit | null) {
  if (!visit) return c.html(noticePage(placeOf(c, '', 'fr'), 'missing_title', 'missing'), 404)
  return c.html(noticePage(visit, 'closed_title', 'closed'), 404)
}

async function minutesToWait(counted: Promise<void>): Promise<number | null> {
  try {
    await counted
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Math.ceil(Number(error.details?.['seconds'] ?? 60) / 60)
  }
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ')
