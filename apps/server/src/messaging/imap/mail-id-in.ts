/** The Message-ID of a mail by its first bytes, without brackets; none with signs that no database holds. */
export function mailIdIn(beginning: Buffer): string | null {
  const headers = headersIn(beginning).toString('latin1')
  return /^message-id:\s*<([^<>\s\u0000-\u001F\u007F]{1,500})>/im.exec(headers)?.[1] ?? null
}

/** The header lines a mail begins with. */
export function headersIn(beginning: Buffer): Buffer {
  const text = beginning.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  return end ? beginning.subarray(0, end.index + end[0].length) : beginning
}
