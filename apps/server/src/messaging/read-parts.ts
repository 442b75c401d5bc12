import { detachPart, type DetachedPart, type PartFiles } from './detach-part.ts'
import type { StoredFile } from './file-store.ts'
import { identityHash } from './identity-hash.ts'
import { decodeTransfer } from './mime/decode-transfer.ts'
import type { Header } from './mime/headers.ts'
import { isInlineText, type MimePart } from './mime/mime-part.ts'
import { scanMime } from './mime/scan-mime.ts'

/** A part with its bytes, decoded: all of them, or the first where the file store holds the whole. */
export interface ReadPart {
  part: MimePart
  bytes: Buffer
  stored: StoredFile | null
}

export interface ReadParts {
  headers: Header[]
  parts: ReadPart[]
  identityHash: Buffer
  sizeBytes: number
}

/** Reads a mail from end to end, once. Without files all of it is held; what was stored before an error is removed. */
export async function readParts(
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
  files: PartFiles | null,
): Promise<ReadParts> {
  const scanner = scanMime()
  const identity = identityHash()
  const parts: ReadPart[] = []
  let open = null as OpenPart | null
  // What came before it was known where the headers end.
  let early: Buffer[] = []
  let sizeBytes = 0
  try {
    for await (const bytes of source) {
      await take(scanner.push(bytes))
      sizeBytes += bytes.length
      identify(bytes)
    }
    await take(scanner.end())
    identify(Buffer.alloc(0))
    if (open) parts.push(await closePart(open))
  } catch (error) {
    await open?.detached?.abort()
    await dropStored(parts, files)
    throw error
  }
  const headers = parts[0]?.part.headers ?? []
  return { headers, parts, identityHash: identity.digest(headers), sizeBytes }

  function identify(bytes: Buffer) {
    const start = scanner.bodyStart()
    if (start === null) early.push(bytes)
    else if (early.length === 0) identity.push(sizeBytes === bytes.length ? bytes.subarray(start) : bytes)
    else {
      identity.push(Buffer.concat([...early, bytes]).subarray(start))
      early = []
    }
  }

  async function take(events: ReturnType<typeof scanner.push>) {
    for (const event of events) {
      if (event.is === 'body') {
        if (open) await addTo(open, event.bytes, parts.length < MOST_FILES ? files : 'left-out')
        continue
      }
      if (open) parts.push(await closePart(open))
      open = { part: event.part, held: [], size: 0, detached: null }
    }
  }
}

export async function dropStored(parts: ReadPart[], files: PartFiles | null): Promise<void> {
  for (const { stored } of parts) if (stored) await files?.remove(stored.key)
}

interface OpenPart {
  part: MimePart
  held: Buffer[]
  size: number
  detached: DetachedPart | null
}

async function addTo(open: OpenPart, bytes: Buffer, files: PartFiles | 'left-out' | null) {
  if (open.detached) return open.detached.push(bytes)
  const isLeftOut = open.part.multipart !== null || files === 'left-out'
  if (isLeftOut && open.size > MOST_HELD) return
  open.held.push(bytes)
  open.size += bytes.length
  if (isLeftOut || !files || open.size <= (isInlineText(open.part) ? MOST_TEXT : MOST_HELD)) return
  open.detached = detachPart(files, open.part.encoding)
  for (const held of open.held) await open.detached.push(held)
}

async function closePart({ part, held, detached }: OpenPart): Promise<ReadPart> {
  const bytes = held.length === 1 ? held[0]! : Buffer.concat(held)
  return { part, bytes: decodeTransfer(part.encoding, bytes), stored: detached ? await detached.end() : null }
}

const MOST_HELD = 64 * 1024
const MOST_FILES = 250
const MOST_TEXT = 4 * 1024 * 1024
