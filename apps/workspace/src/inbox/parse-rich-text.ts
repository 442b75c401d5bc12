/** A piece of our own rich text: words, or an element that may be drawn. */
export type RichNode = string | { tag: RichTag; href?: string; children: RichNode[] } | Picture

/** A file of the business that stands in the text. */
export interface Picture {
  tag: 'img'
  fileId: string
  alt: string
  width?: number
  height?: number
}

export type RichTag = 'p' | 'br' | 'strong' | 'em' | 'u' | 's' | 'code' | 'ul' | 'ol' | 'li' | 'blockquote' | 'a'

const tags: Record<string, RichTag> = {
  P: 'p',
  DIV: 'p',
  BR: 'br',
  B: 'strong',
  STRONG: 'strong',
  I: 'em',
  EM: 'em',
  U: 'u',
  S: 's',
  CODE: 'code',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  BLOCKQUOTE: 'blockquote',
  A: 'a',
}
/** What these hold is no text. */
const silent = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'SVG',
  'MATH',
  'HEAD',
  'TITLE',
  'NOSCRIPT',
  'TEXTAREA',
  'SELECT',
])
const safeLink = /^(https?:|mailto:|tel:)/i
const deepest = 40

/** Reads HTML into the few elements that may be drawn; of everything else only the words stay. */
export function parseRichText(html: string): RichNode[] {
  // A parsed document has no window: nothing in it runs or is fetched.
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return nodesOf(parsed.body, 0)
}

function nodesOf(parent: Node, depth: number): RichNode[] {
  return depth > deepest ? [] : [...parent.childNodes].flatMap((node) => nodeOf(node, depth))
}

function nodeOf(node: Node, depth: number): RichNode[] {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ? [node.textContent] : []
  if (!(node instanceof Element) || silent.has(node.tagName.toUpperCase())) return []
  if (node instanceof HTMLImageElement) return pictureOf(node)
  const children = nodesOf(node, depth + 1)
  const tag = tags[node.tagName.toUpperCase()]
  if (!tag) return children
  if (tag !== 'a') return [{ tag, children }]
  const href = node.getAttribute('href')?.trim() ?? ''
  return safeLink.test(href) ? [{ tag, href, children }] : children
}

/** One of ours; another would be fetched from elsewhere. */
function pictureOf(image: HTMLImageElement): Picture[] {
  const fileId = image.dataset['picture'] ?? ''
  if (!/^[0-9a-f-]{36}$/.test(fileId)) return []
  const [width, height] = [sizeIn(image, 'width'), sizeIn(image, 'height')]
  return [{ tag: 'img', fileId, alt: image.alt, ...(width && { width }), ...(height && { height }) }]
}

function sizeIn(image: Element, name: 'width' | 'height') {
  return Number.parseInt(image.getAttribute(name) ?? '', 10) || undefined
}
