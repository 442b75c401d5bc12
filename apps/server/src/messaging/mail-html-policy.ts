import sanitizeHtml from 'sanitize-html'

/** What of a stranger's HTML may reach a screen. */
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
  // Styles went through `safeStyle` before, which reads them many times faster than a reader of style sheets.
  parseStyleAttributes: false,
}
