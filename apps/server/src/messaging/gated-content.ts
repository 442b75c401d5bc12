import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OutgoingMail } from './smtp-line.ts'

/** How far a mail has come. From `sent` on all of it may be with the server, and only its answer tells. */
export type Progress = { now: 'waiting' | 'stopped' | 'sending' | 'content' | 'sent' }

/** Each write to a socket is a system call, and wakes the other side. */
const chunkBytes = 16 * 1024

/** The bytes of a mail, which wait at the server's go-ahead for what must be known before the first of them leaves. */
export function gatedContent(mail: OutgoingMail, progress: Progress): Readable {
  const { content } = mail
  if (content instanceof Uint8Array && content.byteLength <= chunkBytes) return atOnce(content, mail.onData, progress)
  return Readable.from(inChunks(mail, progress), { objectMode: false })
}

function atOnce(content: Uint8Array, onData: OutgoingMail['onData'], progress: Progress): Readable {
  return new Readable({
    read() {
      if (progress.now !== 'waiting') return
      progress.now = 'stopped'
      onData().then(
        () => {
          progress.now = 'sent'
          this.push(content)
          this.push(null)
        },
        (error: Error) => this.destroy(error),
      )
    },
  })
}

async function* inChunks(mail: OutgoingMail, progress: Progress) {
  progress.now = 'stopped'
  await mail.onData()
  progress.now = 'content'
  for await (const chunk of mail.content instanceof Uint8Array ? sliced(mail.content) : gathered(mail.content)) {
    progress.now = 'sending'
    yield chunk
    progress.now = 'content'
  }
  progress.now = 'sent'
}

/** A turn each: a server that hangs up is heard of before the last of it is on its way. */
async function* sliced(content: Uint8Array) {
  for (let at = 0; at < content.byteLength; at += chunkBytes) {
    yield content.subarray(at, at + chunkBytes)
    await nextTurn()
  }
}

async function* gathered(content: Readable): AsyncGenerator<Uint8Array> {
  let kept: Buffer[] = []
  let bytes = 0
  for await (const chunk of content as AsyncIterable<Buffer>) {
    kept.push(chunk)
    bytes += chunk.byteLength
    if (bytes < chunkBytes) continue
    yield Buffer.concat(kept)
    kept = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(kept)
}
