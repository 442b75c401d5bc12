import { html } from 'hono/html'
import { formFileLimits } from '@comptoir/contract/forms'
import { fieldMarkup } from './field-markup.ts'
import { pageFrame, type Markup } from './page-frame.ts'
import { wordsIn, type PageKey, type PageWords } from './page-words.ts'
import type { Visit } from './visit.ts'

/** What is in the fields, and what is wrong with them. */
export interface Filled {
  /** The seal of the page. */
  token: string
  /** By the id of the field. */
  values: ReadonlyMap<string, string>
  wrong: ReadonlyMap<string, PageKey>
  /** What is wrong with the whole, as a sentence. */
  trouble: string | null
}

/** The form as its visitors see it. It needs no script. */
export function formPage(visit: Visit, filled: Filled): Markup {
  const { business, form, stands, query } = visit
  const t = wordsIn(visit.locale)
  const title = form.title || t('title')
  const type = form.files === 'allowed' ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  return pageFrame(
    visit,
    `${title} · ${business.name}`,
    filled.trouble === null ? 'first' : 'answer',
    html`<form method="post" action="/form/${business.slug}${query}" enctype="${type}" novalidate>
      ${stands === 'alone' ? html`<p class="business">${business.name}</p>` : ''}
      <h1>${title}</h1>
      ${form.intro.trim() ? html`<p class="intro">${form.intro.trim()}</p>` : ''}
      ${filled.trouble === null ? '' : html`<p class="trouble" role="alert" tabindex="-1" ${filled.wrong.size === 0 ? ' data-focus' : ''}>${filled.trouble}</p>`}
      <input type="hidden" name="page" value="${filled.token}" />
      <p class="trap" aria-hidden="true">
        <label for="trap">${t('trap')}</label><input id="trap" name="trap" tabindex="-1" autocomplete="off" />
      </p>
      ${form.fields.map((field) => fieldMarkup(field, filled.values.get(field.id) ?? '', filled.wrong.get(field.id), t, isFirst(filled, field.id, visit)))}
      ${form.files === 'allowed' ? filesMarkup(t) : ''}
      <button type="submit" data-busy="${t('sending')}">${t('send')}</button>
    </form>`,
  )
}

/** The cursor goes to the first field that is wrong. */
function isFirst({ wrong }: Filled, fieldId: string, { form }: Visit) {
  return form.fields.find((field) => wrong.has(field.id))?.id === fieldId
}

// Last in the form: whatever becomes of a large file, what was typed has arrived before it.
function filesMarkup(t: PageWords) {
  return html`<div class="field">
    <label for="files">${t('files')} <span class="optional">${t('optional')}</span></label>
    <input id="files" type="file" name="files" multiple aria-describedby="files-hint" />
    <p class="hint" id="files-hint">${t('files_hint', formFileLimits)}</p>
  </div>`
}
