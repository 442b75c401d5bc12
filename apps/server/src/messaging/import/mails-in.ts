import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { startsLikeMbox, mailsOfMbox } from './mails-of-mbox.ts'
import { withoutEnvelope } from './without-envelope.ts'

/** One mail found in files, with the name of the file as it was asked for. */
export interface FoundMail {
  file: string
  bytes: AsyncIterable<Uint8Array>
}

/** Every mail in a file, an mbox, or a folder of those, whatever their names end with; in the order of their names. */
export async function* mailsIn(path: string): AsyncGenerator<FoundMail> {
  const { isFolder } = await kindOf(path)
  if (!isFolder) return yield* mailsOfFile(path)
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted()
  for (const name of names) {
    const inside = join(path, name)
    // A link inside a folder may lead back to it; a mail that a maildir is still receiving is half of one.
    if ((await lstat(inside)).isSymbolicLink() || isBeingReceived(path, name, names)) continue
    yield* mailsIn(inside)
  }
}

async function* mailsOfFile(file: string): AsyncGenerator<FoundMail> {
  if (await startsLikeMbox(file)) {
    for await (const bytes of mailsOfMbox(file)) yield { file, bytes: chunks(bytes) }
    return
  }
  yield { file, bytes: withoutEnvelope(createReadStream(file)) }
}

async function kindOf(path: string) {
  const found = await stat(path)
  return { isFolder: found.isDirectory() }
}

function isBeingReceived(folder: string, name: string, names: string[]) {
  return name === 'tmp' && names.includes('cur') && names.includes('new') && basename(folder) !== 'tmp'
}

async function* chunks(bytes: Uint8Array) {
  yield bytes
}
