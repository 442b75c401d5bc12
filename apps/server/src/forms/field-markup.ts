import { html } from 'hono/html'
import type { CardKind } from '@comptoir/contract/forms'
import { isMany, manyTicks, ownControl } from './own-control.ts'
import type { PageField } from './page-fields.ts'
import type { Markup } from './page-frame.ts'
import type { PageKey, PageWords } from './page-words.ts'

/** One field with its label, what is in it and what is wrong with it. */
export function fieldMarkup(
  field: PageField,
  value: string,
  wrong: PageKey | undefined,
  t: PageWords,
  focused: boolean,
): Markup {
  const { id, kind, need } = field
  const shared = html`id="${id}"
  name="${id}"${need === 'required' ? html` required` : ''}${
    wrong ? html` aria-invalid="true" aria-describedby="${id}-wrong"` : ''
  }${focused ? html` data-focus` : ''}`
  const said = wrong ? html`<p class="wrong" id="${id}-wrong">${t(wrong)}</p>` : ''
  const label = html`${labelOf(field, t)}${need === 'optional' && !isTick(field) ? html` <span class="optional">${t('optional')}</span>` : ''}`
  if (isTick(field))
    return html`<div class="field">
      <label class="tick"><input type="checkbox" ${shared}${value ? html` checked` : ''} /><span>${label}</span></label
      >${said}
    </div> `
  if (isMany(field))
    return html`<fieldset class="field" ${wrong ? html` aria-describedby="${id}-wrong"` : ''}>
      <legend>${label}</legend>
      ${manyTicks(field, value, wrong, focused)}${said}
    </fieldset> `
  return html`<div class="field" data-kind="${kind}">
    <label for="${id}">${label}</label>${control(field, value, shared, t)}${said}
  </div> `
}

/** Yes or no. */
function isTick(field: PageField) {
  return field.kind === 'checkbox' || (field.kind === 'own' && field.of.kind === 'checkbox')
}

/** What the business called it, else the usual word. */
export function labelOf(field: PageField, t: PageWords): string {
  const { kind, label } = field
  if (kind === 'own') return label || field.of.name
  if (label !== '' || kind === 'line' || kind === 'text' || kind === 'choice' || kind === 'checkbox') return label
  return t(`labels.${kind}`)
}

function control(field: PageField, value: string, shared: Markup, t: PageWords): Markup {
  switch (field.kind) {
    case 'message':
    case 'text':
      // The first line break of a text area is not part of its text.
      return html`<textarea ${shared} rows="${field.kind === 'message' ? 6 : 3}">${'\n'}${value}</textarea>`
    case 'choice':
      return html`<select ${shared}>
        <option value="">${t('choose')}</option>
        ${field.options.map((option) => html`<option${option === value ? html` selected` : ''}>${option}</option>`)}
      </select>`
    case 'own':
      return ownControl(field.of, value, shared, t)
    case 'line':
    case 'checkbox':
      return html`<input ${shared} value="${value}" />`
    default: {
      const { type, fills } = inputs[field.kind]
      return html`<input ${shared} type="${type}" autocomplete="${fills}" value="${value}" />`
    }
  }
}

/** How a phone shows its keys, and what the browser fills in by itself. */
const inputs: Record<CardKind, { type: string; fills: string }> = {
  name: { type: 'text', fills: 'name' },
  email: { type: 'email', fills: 'email' },
  phone: { type: 'tel', fills: 'tel' },
  company: { type: 'text', fills: 'organization' },
  street: { type: 'text', fills: 'street-address' },
  postalCode: { type: 'text', fills: 'postal-code' },
  town: { type: 'text', fills: 'address-level2' },
}
