/** Every message id in References and In-Reply-To headers, once each, in order, without brackets. */
export function messageIdsIn(...headers: (string | undefined)[]): string[] {
  const ids = [...new Set(headers.flatMap((header) => idsOf((header ?? '').slice(0, MAX_HEADER))))]
  return ids.length <= MAX_IDS ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MAX_IDS)]
}

function idsOf(header: string) {
  const bracketed = [...header.matchAll(/<([^<>]{1,500})>/g)].map(([, id]) => clean(id ?? ''))
  // Some clients forget the brackets.
  return (
    bracketed.length > 0
      ? bracketed
      : header
          .split(/[\s,]+/)
          .map(clean)
          .filter((id) => id.includes('@'))
  ).filter(Boolean)
}

// Long ids are folded by some relays, which leaves white space inside.
function clean(id: string) {
  return id.replace(/[\s\u0000-\u001F\u007F]/g, '').slice(0, 500)
}

const MAX_HEADER = 100_000
const MAX_IDS = 200
