import { html } from 'hono/html'
import type { Place } from './place.ts'
import { addressOf } from './page-files.ts'

export type Markup = ReturnType<typeof html>

/** What stands around every page of the form; everything that is put in is escaped. */
export function pageFrame(place: Place, title: string, arrival: 'first' | 'answer', content: Markup): Markup {
  const { locale, theme, stands, embedder } = place
  return html`<!doctype html>
    <html
      lang="${locale}"
      data-theme="${theme}"
      data-stands="${stands}"
      data-embedder="${embedder ?? ''}"
      data-arrival="${arrival}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}" />
        <title>${title}</title>
        <link rel="stylesheet" href="${addressOf('page.css')}" />
        ${stands === 'preview' ? '' : html`<script src="${addressOf('page.js')}" defer></script>`}
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`
}
