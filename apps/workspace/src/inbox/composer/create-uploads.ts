import { batch, onCleanup } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { maxFileBytes, maxMessageBytes, type FileView } from '@comptoir/contract/documents'
import { makeId } from '@comptoir/rules/uuid'
import { sendFile, type Upload } from './send-file.ts'

/** A file on its way. Once the server has it, it is one of the draft's files. */
export interface Uploading {
  id: string
  file: File
  state: { is: 'sending'; done: number } | { is: 'failed'; error: unknown } | { is: 'too_large' } | { is: 'empty' }
}

export type Uploads = ReturnType<typeof createUploads>

/** Sends files to the server, each with its progress; one too large is told before a byte is sent. */
export function createUploads(parts: { addressOf: (name: string) => string; onReady: (file: FileView) => void }) {
  const [all, setAll] = createStore<Uploading[]>([])
  const running = new Map<string, Upload>()
  onCleanup(() => running.forEach((upload) => upload.abort()))

  function add(file: File) {
    const id = makeId()
    const refused = file.size === 0 ? 'empty' : file.size > maxFileBytes ? 'too_large' : undefined
    setAll(all.length, { id, file, state: refused ? { is: refused } : { is: 'sending', done: 0 } })
    if (!refused) void send(id, file)
  }

  async function send(id: string, file: File) {
    mark(id, { is: 'sending', done: 0 })
    const upload = sendFile(parts.addressOf(file.name || 'image.png'), file, (done) =>
      mark(id, { is: 'sending', done }),
    )
    running.set(id, upload)
    try {
      const ready = await upload.sent
      // Whoever waits until nothing is on its way finds it among what is there.
      batch(() => {
        remove(id)
        parts.onReady(ready)
      })
    } catch (error) {
      mark(id, { is: 'failed', error })
    } finally {
      running.delete(id)
    }
  }

  function mark(id: string, state: Uploading['state']) {
    setAll(
      produce((files) => {
        const one = files.find((given) => given.id === id)
        if (one) one.state = state
      }),
    )
  }

  function remove(id: string) {
    running.get(id)?.abort()
    setAll((files) => files.filter((one) => one.id !== id))
  }

  return {
    all,
    add: (files: Iterable<File>) => [...files].forEach(add),
    retry(id: string) {
      const one = all.find((given) => given.id === id)
      if (one) void send(id, one.file)
    },
    remove,
    isSending: () => all.some((one) => one.state.is === 'sending'),
    /** Files that will not leave with the message unless something is done. */
    isStuck: () => all.some((one) => one.state.is === 'failed'),
    clear: () => setAll((files) => files.filter((one) => one.state.is === 'sending')),
  }
}

/** What the files weigh together when that is too much; else undefined. */
export function tooHeavy(files: readonly FileView[]): number | undefined {
  const bytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  return bytes > maxMessageBytes ? bytes : undefined
}
