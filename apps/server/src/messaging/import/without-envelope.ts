/**
 * A mail as its headers begin: Apple Mail writes the length of the mail before it, in a line of its own, and what it
 * knows of the mail after it.
 */
export async function* withoutEnvelope(bytes: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let left: number | null = null
  for await (const chunk of bytes) {
    if (left !== null) {
      if (left > 0) yield chunk.subarray(0, left)
      left -= Math.min(left, chunk.length)
      continue
    }
    const [line, length] = chunk.subarray(0, 40).toString('latin1').match(LENGTH_LINE) ?? []
    const start = line?.length ?? 0
    left = length ? Number(length) : Infinity
    const mail = chunk.subarray(start, start + Math.min(left, chunk.length))
    if (mail.length > 0) yield mail
    left -= mail.length
  }
}

const LENGTH_LINE = /^(\d{2,12}) *\r?\n(?=[\w-]+:)/
