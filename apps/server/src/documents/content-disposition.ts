/** The header that names a download (RFC 6266), with its letters beyond ASCII as RFC 8187 writes them. */
export function contentDisposition(is: 'attachment' | 'inline', name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${is}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
