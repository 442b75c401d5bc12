export type HtmlToken =
  | { kind: 'open'; name: string; attributes: string; at: number }
  | { kind: 'close'; name: string; at: number }
  | { kind: 'text'; text: string; at: number }

/** Tags and words of HTML, in order, in linear time. What is no tag is words, so that broken HTML loses nothing. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let words = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const end = markupEnd(html, at)
    if (end < 0) break
    if (end > at) {
      if (at > words) yield { kind: 'text', text: decodeEntities(html.slice(words, at)), at: words }
      const tag = tagIn(html.slice(at, end), at)
      if (tag) yield tag
      words = end
    }
    at = html.indexOf('<', Math.max(end, at + 1))
  }
  if (words < html.length) yield { kind: 'text', text: decodeEntities(html.slice(words)), at: words }
}

/** The value of an attribute among those of a tag, or nothing. */
export function attributeIn(attributes: string, name: string): string {
  const [, double, single, bare] =
    attributes.match(new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')) ?? []
  return decodeEntities(double ?? single ?? bare ?? '')
}

export const VOID_TAGS = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

export const BLOCK_TAGS = new Set(
  `address article aside blockquote body br caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul`.split(/\s+/),
)

// Where the markup that begins here ends; the same place when it is only a `<`, -1 when it never ends.
function markupEnd(html: string, at: number) {
  if (html.startsWith('<!--', at)) return html.indexOf('-->', at) < 0 ? -1 : html.indexOf('-->', at) + 3
  if (!/[a-z/!?]/i.test(html[at + 1] ?? '')) return at
  for (let here = at + 1; here < html.length; here += 1) {
    const sign = html[here]
    if (sign === '>') return here + 1
    if (sign === '"' || sign === "'") {
      here = html.indexOf(sign, here + 1)
      if (here < 0) return -1
    }
  }
  return -1
}

function tagIn(markup: string, at: number): HtmlToken | null {
  const [, slash, name] = markup.match(/^<(\/?)([a-z][a-z0-9:-]*)/i) ?? []
  if (!name) return null
  if (slash) return { kind: 'close', name: name.toLowerCase(), at }
  return { kind: 'open', name: name.toLowerCase(), attributes: markup.slice(name.length + 1, -1), at }
}

function decodeEntities(text: string) {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hexadecimal, name) => {
    if (name) return ENTITIES.get(name) ?? entity
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ' '
  })
}

const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    euro: '€',
    rsquo: '’',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    ndash: '–',
    mdash: '—',
  }),
)
