import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import type { StoredFile } from './file-store.ts'
import { transferDecoder } from './mime/decode-transfer.ts'

/** Where large parts of a mail are written while it is read. */
export interface PartFiles {
  write(bytes: Readable): Promise<StoredFile>
  readWhole(key: string): Promise<Buffer>
  remove(key: string): Promise<void>
}

export interface DetachedPart {
  push(encoded: Buffer): Promise<void>
  end(): Promise<StoredFile>
  /** Leaves nothing behind. */
  abort(): Promise<void>
}

/** Writes a part as it comes, decoded; no more of it is held than a piece. */
export function detachPart(files: PartFiles, encoding: string): DetachedPart {
  const decoder = transferDecoder(encoding)
  const pipe = new PassThrough()
  // Whoever writes the file hears it; before they listen an error would end the process.
  pipe.on('error', () => {})
  const stored = files.write(pipe)
  // It is awaited at the end; until then a failure shows in the pipe, which it breaks.
  stored.catch(() => pipe.destroy())

  async function pass(bytes: Buffer) {
    if (bytes.length === 0 || pipe.write(bytes)) return
    await Promise.race([once(pipe, 'drain'), stored])
  }

  return {
    push: (encoded) => pass(decoder.push(encoded)),
    async end() {
      await pass(decoder.end())
      pipe.end()
      return stored
    },
    async abort() {
      pipe.destroy(new Error('The mail could not be read to its end'))
      await stored.catch(() => {})
    },
  }
}
