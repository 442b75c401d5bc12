import type { Context } from 'hono'
import * as v from 'valibot'
import type { Locale } from '@comptoir/contract/base'
import { formPageQuery, type FormPageQuery } from '@comptoir/contract/forms'
import type { AppEnv } from '../app-env.ts'
import { originOf, sourcePage } from './source-page.ts'

/** How a page is shown: its language, its colours, and whether it stands in a page of the business's own, or is only looked at. */
export interface Place {
  locale: Locale
  theme: FormPageQuery['theme']
  stands: 'framed' | 'alone' | 'preview'
  /** The page a message comes from. */
  source: string
  /** Whom the frame tells its height. */
  embedder: string | null
  /** What the address says, to be said again by the next one. */
  query: string
}

export function placeOf(c: Context<AppEnv>, slug: string, locale: Locale): Place {
  const asked = v.parse(formPageQuery, c.req.query())
  const own = `${c.var.server.config.publicUrl}/form/${slug}`
  const source = sourcePage(asked.from, c.req.header('referer'), own)
  const embedder = originOf(source, own)
  const said = { lang: asked.lang, theme: asked.theme, from: embedder ? source : undefined }
  const isFramed = c.req.header('sec-fetch-dest') === 'iframe' || (embedder !== null && asked.from !== undefined)
  const stands = isFramed ? 'framed' : 'alone'
  return { locale: asked.lang ?? locale, theme: asked.theme, stands, source, embedder, query: queryOf(said) }
}

function queryOf({ lang, theme, from }: Partial<FormPageQuery>) {
  const query = new URLSearchParams()
  if (lang) query.set('lang', lang)
  if (theme && theme !== 'auto') query.set('theme', theme)
  if (from) query.set('from', from)
  return query.size > 0 ? `?${query}` : ''
}
