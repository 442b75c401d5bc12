import { html } from 'hono/html'
import { pageFrame, type Markup } from './page-frame.ts'
import { wordsIn, type PageKey } from './page-words.ts'
import type { Place } from './place.ts'
import type { Visit } from './visit.ts'

/** What was sent has arrived: the thanks of the business. */
export function thanksPage(visit: Visit): Markup {
  const t = wordsIn(visit.locale)
  const { slug, name } = visit.business
  return pageFrame(
    visit,
    `${t('sent_title')} · ${name}`,
    'answer',
    html`<div class="notice" role="status">
      <svg class="sent" viewBox="0 0 24 24" aria-hidden="true"><path d="m5 12.5 4.5 4.5L19 7.5" /></svg>
      <h1 tabindex="-1" data-focus>${t('sent_title')}</h1>
      <p class="intro">${visit.form.thanks.trim() || t('thanks')}</p>
      <p><a href="/form/${slug}${visit.query}">${t('another')}</a></p>
    </div>`,
  )
}

/** Why there is no form to fill in here, or why nothing could be sent, and what to do. */
export function noticePage(
  place: Place,
  title: PageKey,
  text: PageKey,
  way?: { href: string; words: PageKey },
): Markup {
  const t = wordsIn(place.locale)
  return pageFrame(
    place,
    t(title),
    'answer',
    html`<div class="notice">
      <h1>${t(title)}</h1>
      <p class="intro">${t(text)}</p>
      ${way ? html`<p><a href="${way.href}" target="_blank">${t(way.words)}</a></p>` : ''}
    </div>`,
  )
}
