import { letters } from '@comptoir/messages/letters'
import { translator } from '@comptoir/messages/translate'
import type { Letter, NoticeLine } from './installation-mail.ts'

export interface WrittenLetter {
  subject: string
  text: string
  html: string
}

/** A letter in its reader's language, as text and as a page that any mail program shows. */
export function writeLetter(letter: Letter): WrittenLetter {
  const t = wordsFor(letter)
  const kind = (
    { invitation: 'invitation', 'password-reset': 'password_reset', notices: 'notices', reminder: 'reminder' } as const
  )[letter.kind]
  const values = valuesOf(letter, t)
  const lines = linesOf(letter, t)
  const { link } = letter.values
  const ending = [t(`${kind}.ending`, values), ...(letter.kind === 'notices' ? [letter.values.settings] : [])]
  const paragraphs = [t(`${kind}.hello`, values), t(`${kind}.body`, values), ...lines, link, ...ending]
  return {
    subject: t(`${kind}.subject`, values),
    text: `${paragraphs.join('\n\n')}\n`,
    html: pageOf(paragraphs, link, t(`${kind}.action`, values)),
  }
}

const wordsFor = ({ locale }: Letter) => translator(letters[locale], locale)
type Words = ReturnType<typeof wordsFor>

function valuesOf(letter: Letter, t: Words): Record<string, string | number> {
  if (letter.kind === 'invitation') return { ...letter.values, role: t(`roles.${letter.values.role}`) }
  if (letter.kind !== 'notices') return letter.values
  const { name, business, n } = letter.values
  return { name, business, n }
}

/** What stands between the greeting and the link. */
function linesOf(letter: Letter, t: Words): string[] {
  if (letter.kind === 'notices') return letter.values.lines.map((line) => sentenceOf(line, t))
  return letter.kind === 'reminder' && letter.values.note !== '' ? [letter.values.note] : []
}

/** What happened, and to whom; what was said stays behind the door. */
function sentenceOf({ kind, actor, conversations: n, about }: NoticeLine, t: Words) {
  const isMany = kind === 'assigned' && about === ''
  const sentence = isMany ? t('notices.lines.assigned_many', { actor, n }) : t(`notices.lines.${kind}`, { actor })
  return `– ${[sentence, about].filter(Boolean).join(' · ')}`
}

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
