import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type PageFile = 'page.css' | 'page.js' | 'embed.js'

/** What the public pages bring along: a style and two small scripts, as they are written. */
export const pageFiles: Record<PageFile, { type: string; text: string; version: string }> = {
  'page.css': read(['frame.css', 'notice.css', 'fields.css'], 'text/css; charset=utf-8'),
  'page.js': read(['page.js'], 'text/javascript; charset=utf-8'),
  'embed.js': read(['embed.js'], 'text/javascript; charset=utf-8'),
}

/** Where a page finds one; the address changes with its content, so that it is kept for good. */
export function addressOf(name: PageFile): string {
  return `/form/_/${name}?v=${pageFiles[name].version}`
}

function read(names: string[], type: string) {
  const text = names.map((name) => readFileSync(join(import.meta.dirname, 'page', name), 'utf8')).join('\n')
  return { type, text, version: createHash('sha256').update(text).digest('base64url').slice(0, 12) }
}
