/** What stands behind the last @ of an address: before it, there may be one within quotation marks (RFC 5321, 4.1.2). */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
