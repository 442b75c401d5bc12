import { createHash } from 'node:crypto'
import type { Entry } from './pack-entries.ts'

/** Follows the entries of an archive, written or read, and knows in the end what they were. */
export function openTally() {
  const hash = createHash('sha256')
  return {
    follow({ name, size, body }: Entry): Entry {
      hash.update(`${name}\n${size}\n`)
      return { name, size, body: followed(body) }
    },
    sha256: () => hash.digest('hex'),
  }

  async function* followed(body: Entry['body']) {
    for await (const chunk of body) {
      hash.update(chunk)
      yield chunk
    }
  }
}
