import { isIP } from 'node:net'
import sanitizeHtml from 'sanitize-html'
import { isPrivate } from './guard-host.ts'
import { htmlToText } from './html-to-text.ts'
import { htmlTokens, VOID_TAGS } from './html-tokens.ts'
import { MAIL_HTML_POLICY } from './mail-html-policy.ts'
import { quoteMarkOf } from './quote-mark.ts'
import { safeStyle } from './safe-style.ts'
import { textAsHtml } from './text-as-html.ts'

export type SafeHtml = { html: string; remoteImages: number; kept: 'whole' | 'cut' | 'text' }
type Attributes = sanitizeHtml.Attributes

/**
 * Makes a stranger's HTML safe to show; `urlOfCid` gives our address of an image inside the mail.
 * Images elsewhere wait in `data-remote-src`, for loading them tells the sender who reads, and when.
 */
export function sanitizeMailHtml(
  html: string,
  urlOfCid: (contentId: string) => string | null,
  nowMs = () => performance.now(),
): SafeHtml {
  const cut = html.slice(0, MAX_HTML)
  if (isTooDeep(cut)) return { html: textAsHtml(htmlToText(cut)), remoteImages: 0, kept: 'text' }
  const deadline = nowMs() + MAX_MILLISECONDS
  let remoteImages = 0

  function mustBeInTime() {
    if (nowMs() > deadline) throw new TooSlow()
  }

  function rewrite(tagName: string, attributes: Attributes) {
    const safe =
      tagName === 'img'
        ? imageOf(attributes, urlOfCid)
        : tagName === 'a'
          ? linkOf(attributes)
          : without(attributes, 'data-quote', 'data-remote-src')
    if (safe['data-remote-src']) remoteImages += 1
    if (safe['style'] !== undefined) safe['style'] = safeStyle(safe['style'])
    return { tagName, attribs: Object.assign(safe, quoteMarkOf(tagName, attributes)) }
  }

  try {
    const safe = sanitizeHtml(cut, {
      ...MAIL_HTML_POLICY,
      transformTags: { '*': rewrite },
      onOpenTag: mustBeInTime,
      textFilter: (text) => {
        mustBeInTime()
        return text
      },
    })
    return { html: safe, remoteImages, kept: cut.length < html.length ? 'cut' : 'whole' }
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error
    return { html: textAsHtml(htmlToText(cut)), remoteImages: 0, kept: 'text' }
  }
}

/** Puts back the images elsewhere, once the reader has asked for them. */
export function showRemoteImages(safeHtml: string): string {
  return safeHtml.replace(/<img\b[^<>]*>/g, (image) => image.replace(' data-remote-src="', ' src="'))
}

function imageOf({ src = '', ...attributes }: Attributes, urlOfCid: (contentId: string) => string | null): Attributes {
  const rest = without(attributes, 'data-remote-src', 'data-quote')
  const address = src.replace(/[\u0000-\u0020]/g, '')
  if (/^cid:/i.test(address)) {
    const url = urlOfCid(decoded(address.slice(4)))
    return url ? { ...rest, src: url } : rest
  }
  if (/^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,/i.test(address)) return { ...rest, src: address }
  const remote = address.startsWith('//') ? `https:${address}` : address
  // A picture of one point is there to spy, not to be seen.
  const isSpy = [attributes['width'], attributes['height']].every((size) => size === '1' || size === '0')
  return isElsewhere(remote) && !isSpy ? { ...rest, 'data-remote-src': remote } : rest
}

/** On the internet: an address of the reader's own machine or network is there to make those do something. */
function isElsewhere(address: string) {
  if (!/^https?:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const host = new URL(address).hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  return isIP(host) > 0 ? !isPrivate(host) : !OWN_NETWORK.test(host)
}

// A relative address would lead into our own pages.
function linkOf({ href = '', ...attributes }: Attributes): Attributes {
  const rest = without(attributes, 'target', 'rel', 'data-quote')
  if (!/^\s*(?:https?:\/\/|mailto:|tel:)/i.test(href)) return rest
  return { ...rest, href, target: '_blank', rel: 'noopener noreferrer' }
}

function without(attributes: Attributes, ...names: string[]): Attributes {
  const rest = { ...attributes }
  for (const name of names) delete rest[name]
  return rest
}

function decoded(contentId: string) {
  try {
    return decodeURIComponent(contentId)
  } catch {
    return contentId
  }
}

// The parser takes quadratic time over depth that no mail program writes.
function isTooDeep(html: string) {
  if (html.length < MAX_DEPTH * SHORTEST_TAG) return false
  let depth = 0
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text' || VOID_TAGS.has(token.name) || OFTEN_UNCLOSED.has(token.name)) continue
    depth = token.kind === 'open' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > MAX_DEPTH) return true
  }
  return false
}

class TooSlow extends Error {}
const OWN_NETWORK = /^[^.]+$|\.(?:localhost|local|internal|home|lan|home\.arpa)$/i
const MAX_HTML = 1024 * 1024
const MAX_MILLISECONDS = 1000
const MAX_DEPTH = 3000
const SHORTEST_TAG = 3
const OFTEN_UNCLOSED = new Set(['p', 'li', 'dt', 'dd', 'td', 'th', 'tr', 'option'])
