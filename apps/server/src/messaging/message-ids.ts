/** Every message id in References and In-Reply-To headers, once each, in order, without brackets. */
export function messageIdsIn(...headers: (string | undefined)[]): string[] {
  const ids = [...new Set(headers.flatMap((header) => idsOf((header ?? '').slice(0, MAX_HEADER))))]
  return ids.length <= MAX_IDS ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_IDS)]
}

/**
 * Outlook's name for a thread, which it keeps where it loses References: the same first 22 bytes on every mail of it
 * (MS-OXOMSG 2.2.1.3). Written so that it can stand among message ids.
 */
export function threadIndexIn(header: string): string | null {
  const bytes = Buffer.from(header.slice(0, 1000), 'base64')
  return bytes.length >= THREAD_BYTES ? `thread-index:${bytes.subarray(0, THREAD_BYTES).toString('hex')}` : null
}

function idsOf(header: string) {
  const bracketed = [...header.matchAll(/<([^<>]{1,500})>/g)].map(([, id]) => clean(id ?? ''))
  if (bracketed.length > 0) return bracketed.filter(Boolean)
  // Some clients forget the brackets. Among other words, what looks like an id is somebody's address.
  const bare = header
    .split(/[\s,]+/)
    .map(clean)
    .filter(Boolean)
  return bare.every((id) => id.includes('@')) ? bare : []
}

// Long ids are folded by some relays, which leaves white space inside.
function clean(id: string) {
  return id.replace(/[\s\u0000-\u001F\u007F]/g, '').slice(0, 500)
}

const THREAD_BYTES = 22
const MAX_HEADER = 100_000
const MAX_IDS = 200
