import { variableNames } from '@comptoir/contract/templates'
import sanitizeHtml from 'sanitize-html'

/** Our own rich text, as the editor makes it: what is not on this short list loses its tags, never its words. */
export function sanitizeOwnHtml(html: string): string {
  return sanitizeHtml(html, policy).trim()
}

/** The same of a text kept to be written again, with what is to be filled in. */
export function sanitizeTemplateHtml(html: string): string {
  return sanitizeHtml(html, templatePolicy).trim()
}

const policy: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote'],
  allowedAttributes: { a: ['href', 'target', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: {
    b: 'strong',
    i: 'em',
    strike: 's',
    del: 's',
    div: 'p',
    a: (tagName, { href = '' }) => ({
      tagName,
      // A relative address would lead nowhere in a mail.
      attribs: (/^(?:https?:\/\/|mailto:|tel:)/i.test(href.trim())
        ? { href: href.trim(), target: '_blank', rel: 'noopener noreferrer' }
        : {}) as sanitizeHtml.Attributes,
    }),
  },
}

const templatePolicy: sanitizeHtml.IOptions = {
  ...policy,
  allowedTags: [...(policy.allowedTags as string[]), 'span'],
  allowedAttributes: {
    a: ['href', 'target', 'rel'],
    span: ['data-variable'],
  },
  transformTags: {
    ...policy.transformTags,
    span: (tagName, { 'data-variable': name = '' }) => ({
      tagName,
      attribs: ((variableNames as readonly string[]).includes(name)
        ? { 'data-variable': name }
        : {}) as sanitizeHtml.Attributes,
    }),
  },
}
