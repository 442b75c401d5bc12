/**
 * The page a visitor wrote from: what the script of the form says, else what the browser says of where the frame
 * stands, else the form's own address. Both can be made up; nothing but an address of the web is taken.
 */
export function sourcePage(from: string | undefined, referrer: string | undefined, own: string): string {
  const said = [from, referrer].map(cleanAddress).find((address) => address && !isOurs(address, own))
  return said ?? own
}

/** The origin that may be told how high the form is; null when it stands alone. */
export function originOf(page: string, own: string): string | null {
  return isOurs(page, own) ? null : new URL(page).origin
}

function cleanAddress(text: string | undefined): string | null {
  const url = text && text.length <= maxLength ? URL.parse(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null
  // Neither says which page it is.
  url.username = url.password = url.hash = ''
  return url.href
}

function isOurs(address: string, own: string) {
  return new URL(address).origin === new URL(own).origin
}

const maxLength = 2000
