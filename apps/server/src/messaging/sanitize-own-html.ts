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
  allowedTags: ['p', 'br', 'strong', 'em', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'img'],
  allowedAttributes: { a: ['href', 'target', 'rel'], img: ['data-picture', 'alt', 'width', 'height'] },
  // A picture is a file of the business; one from elsewhere would tell its owner who reads.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['data-picture'],
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
    img: (tagName, attribs) => ({ tagName, attribs: pictureOf(attribs) }),
  },
}

const templatePolicy: sanitizeHtml.IOptions = {
  ...policy,
  allowedTags: [...(policy.allowedTags as string[]), 'span'],
  allowedAttributes: {
    ...policy.allowedAttributes,
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

const widest = 600
const longestAlt = 200

function pictureOf({ 'data-picture': fileId = '', alt = '', width, height }: sanitizeHtml.Attributes) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId)) return {}
  return {
    alt: alt.slice(0, longestAlt).toWellFormed(),
    'data-picture': fileId,
    ...(isSize(width, widest) && { width: width! }),
    ...(isSize(height, 4 * widest) && { height: height! }),
  } as sanitizeHtml.Attributes
}

function isSize(said: string | undefined, most: number) {
  return /^[1-9]\d{0,3}$/.test(said ?? '') && Number(said) <= most
}
