import { parse } from 'hono/utils/cookie'

/** One cookie of a raw Cookie header. */
export function parseCookie(header: string | undefined, name: string): string | undefined {
  return header ? parse(header, name)[name] : undefined
}
