import { letters } from '@comptoir/messages/letters'
import { translator } from '@comptoir/messages/translate'
import type { Letter } from './installation-mail.ts'

export interface WrittenLetter {
  subject: string
  text: string
  html: string
}

/** A letter in its reader's language, as text and as a page that any mail program shows. */
export function writeLetter(letter: Letter): WrittenLetter {
  const t = translator(letters[letter.locale], letter.locale)
  const kind = kinds[letter.kind]
  const values =
    letter.kind === 'invitation' ? { ...letter.values, role: t(`roles.${letter.values.role}`) } : letter.values
  const note = letter.kind === 'reminder' ? letter.values.note : ''
  const paragraphs = (['hello', 'body', 'note', 'link', 'ending'] as const)
    .map((part) => (part === 'link' ? letter.values.link : part === 'note' ? note : t(`${kind}.${part}`, values)))
    .filter((paragraph) => paragraph !== '')
  return {
    subject: t(`${kind}.subject`, values),
    text: `${paragraphs.join('\n\n')}\n`,
    html: pageOf(paragraphs, letter.values.link, t(`${kind}.action`, values)),
  }
}

const kinds = { invitation: 'invitation', 'password-reset': 'password_reset', reminder: 'reminder' } as const

function pageOf(paragraphs: string[], link: string, action: string) {
  const button = `<a href="${escaped(link)}" style="${buttonLook}">${escaped(action)}</a>`
  const inside = paragraphs.map((one) => `<p>${one === link ? button : escaped(one)}</p>`).join('\n')
  return `<!doctype html><html><body style="${pageLook}">${inside}</body></html>`
}

// Mail programs read no style sheet.
const pageLook = 'font:16px/1.5 sans-serif;color:#1d1b18;max-width:34rem;margin:2rem auto;padding:0 1rem'
const buttonLook =
  'display:inline-block;padding:.6rem 1.1rem;border-radius:.5rem;background:#0d6761;color:#fff;text-decoration:none'

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
