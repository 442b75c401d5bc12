import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { createTarPacker } from 'modern-tar'

/** One file of an archive. Whoever takes it reads its body before the next. */
export interface Entry {
  name: string
  size: number
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** The entries as a tar, at the pace at which it is read. Who stops reading ends the entries, too. */
export function packEntries(entries: AsyncIterable<Entry>): Readable {
  const { readable, controller } = createTarPacker()
  const fill = async () => {
    for await (const { name, size, body } of entries) {
      const writer = controller.add({ name, size, mode: 0o600, mtime: new Date() }).getWriter()
      for await (const chunk of body) await writer.write(chunk)
      await writer.close()
    }
    controller.finalize()
  }
  fill().catch((error: unknown) => controller.error(error))
  return Readable.fromWeb(readable as ReadableStream)
}
