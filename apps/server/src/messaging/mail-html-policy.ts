import sanitizeHtml from 'sanitize-html'

/** What of a stranger's HTML may reach a screen. Styles are a short list without addresses or positions. */
export const MAIL_HTML_POLICY: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'center', 'font', 'big', 'ins', 'del', 'strike'],
  // Their words are code, style or a form's, not the sender's.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'xmp',
    'svg',
    'math',
    'template',
    'object',
    'iframe',
    'noembed',
    'noframes',
    'plaintext',
  ],
  allowedAttributes: {
    '*': ['style', 'align', 'valign', 'width', 'height', 'bgcolor', 'dir', 'lang', 'data-quote'],
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'title', 'data-remote-src'],
    table: ['border', 'cellpadding', 'cellspacing'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    font: ['color', 'face', 'size'],
    ol: ['start', 'type'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  // Browsers flatten what is deeper than 512.
  nestingLimit: 400,
  allowedStyles: { '*': styles() },
}

function styles() {
  const plain = /^(?!.*(?:url|image|image-set|cross-fade|expression|attr|var|env|calc)\s*\()[#\w\s.,%()'"+-]{1,200}$/i
  const length =
    /^(?:auto|0|[\d.]{1,6}(?:px|pt|em|rem|%|cm|mm|in)?)(?:\s+(?:auto|0|[\d.]{1,6}(?:px|pt|em|rem|%|cm|mm|in)?)){0,3}$/i
  const of = (pattern: RegExp, names: string) => names.split(' ').map((name): [string, RegExp[]] => [name, [pattern]])
  return Object.fromEntries([
    ...of(
      plain,
      'color background background-color font font-family font-size font-style font-weight font-variant line-height letter-spacing',
    ),
    ...of(
      plain,
      'text-align text-decoration text-transform text-indent vertical-align white-space word-break overflow-wrap list-style-type direction',
    ),
    ...of(
      plain,
      'border border-top border-right border-bottom border-left border-color border-style border-width border-radius border-collapse border-spacing',
    ),
    ...of(
      length,
      'margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left',
    ),
    ...of(length, 'width min-width max-width height max-height'),
    ...of(/^(?:none|block|inline|inline-block|list-item|table|table-row|table-cell)$/i, 'display'),
    ...of(/^(?:left|right|both|none)$/i, 'float clear'),
  ])
}
