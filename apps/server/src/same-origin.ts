import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { Refusal } from './refusal.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Unsafe requests come from our own pages: a browser always says where a request comes from. */
export const sameOriginOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { publicUrl } = c.var.server.config
  if (!safeMethods.has(c.req.method) && !isSameOrigin(c.req.header('origin'), c.req.header('host'), publicUrl)) {
    throw new Refusal('not_allowed', 'errors.foreign_origin')
  }
  await next()
}

/** Whether an Origin header is ours. Programs send none; they carry no cookie of a browser either. */
export function isSameOrigin(origin: string | undefined, host: string | undefined, publicUrl: string) {
  if (origin === undefined) return true
  return origin === new URL(publicUrl).origin || URL.parse(origin)?.host === host
}
