import { html } from 'hono/html'
import type { FieldKind, FieldView } from '@comptoir/contract/client-fields'
import type { OwnPageField, PageField } from './page-fields.ts'
import type { Markup } from './page-frame.ts'
import type { PageKey, PageWords } from './page-words.ts'

/** Where one answers a field of the business. */
export function ownControl(field: FieldView, value: string, shared: Markup, t: PageWords): Markup {
  if (field.kind === 'choice')
    return html`<select ${shared}>
      <option value="">${t('choose')}</option>
      ${field.choices.map(({ id, name }) => html`<option value="${id}" ${id === value ? html` selected` : ''}>${name}</option>`)}
    </select>`
  const { type, keys, fills } = { ...plain, ...inputs[field.kind] }
  return html`<input ${shared} type="${type}" inputmode="${keys}" autocomplete="${fills}" value="${value}" />`
}

export function isMany(field: PageField): field is OwnPageField {
  return field.kind === 'own' && field.of.kind === 'choices'
}

/** Several of what there is, each with its box; the first bears what is wrong. */
export function manyTicks(
  { id, of }: OwnPageField,
  value: string,
  wrong: PageKey | undefined,
  focused: boolean,
): Markup {
  const chosen = new Set(value.split('\n'))
  return html`${of.choices.map(
    (one, at) =>
      html`<label class="tick"
        ><input
          type="checkbox"
          name="${id}"
          value="${one.id}"
          ${at === 0 ? html` id="${id}"` : ''}${
            at === 0 && wrong ? html` aria-invalid="true" aria-describedby="${id}-wrong"` : ''
          }${at === 0 && focused ? html` data-focus` : ''}${chosen.has(one.id) ? html` checked` : ''}
        /><span>${one.name}</span></label
      >`,
  )}`
}

const plain = { type: 'text', keys: 'text', fills: 'off' }

/** How a phone shows its keys, and what the browser fills in by itself. */
const inputs: Partial<Record<FieldKind, Partial<typeof plain>>> = {
  number: { keys: 'decimal' },
  date: { type: 'date' },
  email: { type: 'email', keys: 'email', fills: 'email' },
  phone: { type: 'tel', keys: 'tel', fills: 'tel' },
  address: { fills: 'street-address' },
}
