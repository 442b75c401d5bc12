import type { Locale } from '@comptoir/contract/base'
import { mailPage as en } from '@comptoir/messages/en/mail-page'
import { mailPage as fr } from '@comptoir/messages/fr/mail-page'
import { mailPage as nl } from '@comptoir/messages/nl/mail-page'

const words = { fr, nl, en }

/** A page around the sanitised HTML of a mail; what it quotes is folded. */
export function mailPage(locale: Locale, { visible, quoted }: { visible: string; quoted: string }): string {
  const folded = quoted.trim()
    ? `<details><summary title="${words[locale].quoted}" aria-label="${words[locale].quoted}">•••</summary>${quoted}</details>`
    : ''
  return `<!doctype html>
<html lang="${locale}" data-colours="${hasColours(visible + quoted) ? 'own' : 'none'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title><style>${style}</style></head>
<body>${visible}${folded}</body>
</html>`
}

/** A mail that sets colours counts on white paper; the others follow the screen. */
function hasColours(html: string) {
  return /\bbgcolor=|\bcolor\s*[:=]|\bbackground(?:-color)?\s*:/i.test(html)
}

const style = `
:root { color-scheme: light dark; }
:root[data-colours='own'] { color-scheme: light; background: #fff; }
body { margin: 0; padding: 12px 16px; font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
p { margin: 0 0 .8em; }
img { max-width: 100%; height: auto; }
img[data-remote-src] { min-width: 1em; min-height: 1em; outline: 1px dashed #8888; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 0 0 0 4px; padding: 0 0 0 12px; border-left: 3px solid #8886; }
summary { display: inline-block; margin: 8px 0; padding: 0 10px; border: 1px solid #8886; border-radius: 99px; cursor: pointer; list-style: none; font-size: 12px; }
`
