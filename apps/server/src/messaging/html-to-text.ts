import { attributeIn, htmlTokens } from './html-tokens.ts'

/** The words of HTML as plain text: the other half of a mail we send, and the preview in a list. One pass over any HTML. */
export function htmlToText(html: string): string {
  const text: string[] = []
  const lists: { items: number | null }[] = []
  const links: { href: string; from: number }[] = []
  let silent: string | null = null
  let breaks = 0
  let gap = false

  for (const token of htmlTokens(html)) {
    if (silent) {
      if (token.kind === 'close' && token.name === silent) silent = null
    } else if (token.kind === 'text') sayWords(token.text)
    else if (token.kind === 'open') enter(token.name, token.attributes)
    else leave(token.name)
  }
  return text.join('')

  function enter(name: string, attributes: string) {
    if (SILENT.has(name)) silent = name
    if (name === 'br') breaks = Math.min(breaks + 1, 2)
    if (name === 'img') say(attributeIn(attributes, 'alt'))
    if (name === 'a') links.push({ href: attributeIn(attributes, 'href'), from: text.length })
    if (name === 'ul' || name === 'ol') lists.push({ items: name === 'ol' ? 0 : null })
    pause(breaksAround(name))
    if (name === 'li') bullet(lists.at(-1))
    if (name === 'td' || name === 'th') gap = true
    if (name === 'hr') say('---')
    if (name === 'hr') pause(1)
  }

  function leave(name: string) {
    if (name === 'a') showAddress(links.pop())
    if (name === 'ul' || name === 'ol') lists.pop()
    pause(breaksAround(name))
  }

  function bullet(list: { items: number | null } | undefined) {
    if (list && list.items !== null) list.items += 1
    say(list?.items ? `${list.items}.` : '-')
    gap = true
  }

  function showAddress(link: { href: string; from: number } | undefined) {
    if (!link || !/^(?:https?:|mailto:)/i.test(link.href)) return
    const words = text.slice(link.from).join('').trim()
    const address = link.href.replace(/^mailto:/i, '')
    if (words === address || words === link.href) return
    if (words) gap = true
    say(words ? `(${address})` : address)
  }

  function sayWords(words: string) {
    const flat = words.replace(/[ \t\r\n\f]+/g, ' ')
    if (flat.startsWith(' ')) gap = true
    say(flat.trim())
    if (flat.endsWith(' ')) gap = true
  }

  function say(words: string) {
    if (!words) return
    if (text.length > 0) text.push(breaks > 0 ? '\n'.repeat(breaks) : gap ? ' ' : '')
    text.push(words)
    breaks = 0
    gap = false
  }

  function pause(wanted: number) {
    if (wanted > 0) breaks = Math.max(breaks, wanted)
  }
}

function breaksAround(name: string) {
  if (PARAGRAPHS.has(name)) return 2
  return LINES.has(name) ? 1 : 0
}

const SILENT = new Set('script style head title template noscript svg math textarea object iframe'.split(' '))
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol pre table dl'.split(' '))
const LINES = new Set('div li tr address article section header footer center dt dd hr figure'.split(' '))
