import type { Addressee } from '@comptoir/contract/addressees'
import type { Locale } from '@comptoir/contract/base'
import type { ClientView } from '@comptoir/contract/clients'
import type { Attachment } from '@comptoir/contract/timeline'
import { formatter } from '@comptoir/messages/format'
import { printing } from '@comptoir/messages/printing'
import { textAsHtml } from '../../messaging/text-as-html.ts'

/** Something said, with its whole text (its HTML is safe to show), or something that happened. */
export type PrintedItem =
  | {
      is: 'message'
      authorName: string
      at: string
      text: string
      html: string | null
      /** What was passed on below it. */
      quoted: string
      addressees: Addressee[]
      attachments: Attachment[]
    }
  | { is: 'note'; authorName: string; at: string; text: string }
  | { is: 'entry'; at: string; text: string }

type Said = Exclude<PrintedItem, { is: 'entry' }>

interface Printed {
  business: string
  subject: string
  client: Pick<ClientView, 'name' | 'company' | 'emails' | 'phones'>
  from: string
  until: string
  items: PrintedItem[]
}

/** A page for paper: its head, then all that was said, each with who, to whom and when. */
export function printPage(locale: Locale, timeZone: string, printed: Printed): string {
  const words = printing[locale]
  const format = formatter(locale, timeZone)
  const { client, subject, business, from, until, items } = printed
  const contact = [client.company, ...client.emails, ...client.phones].map((one) =>
    typeof one === 'string' ? one : one.value,
  )
  const rows = [
    [words.client, [client.name, ...contact.filter(Boolean)].join(' · ')],
    [
      words.dates,
      format.date(from) === format.date(until) ? format.date(from) : `${format.date(from)} – ${format.date(until)}`,
    ],
    [words.business, business],
  ] as const
  const named = (item: Said) => {
    const to =
      item.is === 'note'
        ? ''
        : item.addressees
            .filter(({ role }) => role === 'to' || role === 'cc')
            .map(nameOf)
            .join(', ')
    return `${item.is === 'note' ? `<mark>${words.note}</mark> ` : ''}<b>${textAsHtml(item.authorName)}</b>${to && ` → ${textAsHtml(to)}`}`
  }
  const filesOf = (item: Said) => {
    const files = item.is === 'note' ? [] : item.attachments.filter(({ inline }) => !inline)
    if (files.length === 0) return ''
    return `<p class="files">${words.files} ${files.map((file) => `${textAsHtml(file.name)} (${format.bytes(file.sizeBytes)})`).join(', ')}</p>`
  }
  const bodyOf = (item: Said) => {
    if (item.is === 'note' || item.html === null) return `<div class="text">${textAsHtml(item.text)}</div>`
    return `<div>${item.html}</div>${item.quoted && `<div class="text quoted">${textAsHtml(item.quoted)}</div>`}`
  }
  const articles = items.map((item) =>
    item.is === 'entry'
      ? `<p class="entry">${textAsHtml(item.text)}<time>${format.full(item.at)}</time></p>`
      : `<article data-is="${item.is}">
<h2>${named(item)}<time>${format.full(item.at)}</time></h2>
${bodyOf(item)}${filesOf(item)}
</article>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${textAsHtml(subject || client.name)}</title><style>${style}</style></head>
<body><main class="printed">
<header><h1>${textAsHtml(subject || words.no_subject)}</h1>
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${textAsHtml(value)}</dd>`).join('')}</dl></header>
${articles.join('\n')}
</main></body>
</html>`
}

function nameOf({ name, address }: { name: string; address: string }) {
  return name || address
}

const style = `
@page { margin: 18mm 16mm; }
:root { color-scheme: light; background: #fff; }
body { max-width: 180mm; margin: 0 auto; padding: 16px; color: #1d1b18; font: 10.5pt/1.5 Inter, system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 17pt; font-weight: 600; line-height: 1.25; }
header { margin-bottom: 18px; padding-bottom: 12px; border-bottom: 2px solid #1d1b18; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 0; }
dt, time, .files { color: #524d45; }
dd { margin: 0; }
article { padding: 12px 0; border-bottom: 1px solid #d3ccbf; }
article[data-is='note'] { padding-left: 10px; border-left: 3px solid #a8480f; }
h2 { display: flex; flex-wrap: wrap; gap: 2px 12px; margin: 0 0 6px; font-size: 10.5pt; font-weight: 400; break-after: avoid; }
h2 time, .entry time { margin-left: auto; }
.entry { display: flex; flex-wrap: wrap; gap: 2px 12px; margin: 0; padding: 7px 0; font-size: 9.5pt; border-bottom: 1px solid #d3ccbf; break-inside: avoid; }
.entry::before { content: '—'; }
mark { padding: 0 4px; color: #a8480f; background: #fbebdd; }
.text { white-space: pre-wrap; }
.quoted { margin-top: 8px; padding-left: 10px; border-left: 2px solid #d3ccbf; }
.files { margin: 8px 0 0; }
img { max-width: 100%; height: auto; }
img[data-remote-src] { display: none; }
table { max-width: 100%; }
blockquote { margin: 0 0 0 4px; padding: 0 0 0 10px; border-left: 2px solid #d3ccbf; }
p { margin: 0 0 .7em; }
@media print { body { max-width: none; padding: 0; } img, tr { break-inside: avoid; } }
`
