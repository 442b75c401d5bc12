import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './app-env.ts'
import { keepFiles } from './kept-files.ts'

const dist = join(import.meta.dirname, '../../workspace/dist')

/** The built app of the staff, under a policy that lets no foreign or inline script run. */
export function staticPages() {
  const find = keepFiles(dist)
  const root = new Hono<AppEnv>()
  root.use('*', securityHeaders())
  root.get('*', (c) => {
    const { path } = c.req
    // Every address of the app that is no file is its one page.
    const isFile = /\.[a-z0-9]+$/.test(path) || path.startsWith('/assets/')
    const file = find(isFile ? path : '/index.html', c.req.header('accept-encoding') ?? '')
    if (!file) return c.notFound()
    c.header('Content-Type', file.type)
    c.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('Vary', 'Accept-Encoding')
    if (file.encoding) c.header('Content-Encoding', file.encoding)
    return c.body(file.bytes)
  })
  return root
}

function securityHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...inlineHashes('script')],
      styleSrc: ["'self'", ...inlineHashes('style')],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'] },
  })
}

/** One inline script sets the theme before the first paint, one style the order of the layers; no other runs. */
function inlineHashes(tag: 'script' | 'style') {
  const index = join(dist, 'index.html')
  if (!existsSync(index)) return []
  const inline = readFileSync(index, 'utf8').matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))
  return [...inline].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`)
}
