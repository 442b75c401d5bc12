type Mark = { 'data-quote'?: 'start' | 'cite' }

/**
 * Where mail programs say that a quotation begins, kept through the cleaning that takes classes and ids away:
 * `cite` holds quoted words only, `start` comes before a quotation.
 */
export function quoteMarkOf(tag: string, attributes: Record<string, string>): Mark {
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.toLowerCase().split(/\s+/)
  // Outlook writes x_ before the names of the mail it answers.
  const is = (known: Set<string>) => names.some((name) => known.has(name.replace(/^(?:x_)+/, '')))
  if (tag === 'blockquote')
    return attributes['type']?.toLowerCase() === 'cite' || is(CITES) ? { 'data-quote': 'cite' } : {}
  return is(STARTS) ? { 'data-quote': 'start' } : {}
}

const CITES = new Set(['gmail_quote', 'yahoo_quoted', 'protonmail_quote', 'zmail_extra', 'iosymail', 'mori', 'quote'])
const STARTS = new Set([
  'gmail_quote',
  'gmail_quote_container',
  'gmail_attr',
  'moz-cite-prefix',
  'outlookmessageheader',
  'divrplyfwdmsg',
  'appendonsend',
  'mail-editor-reference-message-container',
  'ms-outlook-mobile-reference-message',
  'yahoo_quoted',
  'protonmail_quote',
  'replyforwardheader',
  'oriMsgHtmlSeperator'.toLowerCase(),
])
