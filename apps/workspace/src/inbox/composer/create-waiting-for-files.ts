import { createEffect, createSignal } from 'solid-js'
import type { Uploads } from './create-uploads.ts'

/** Somebody said *send* while files were still on their way: it is sent once they are there, unless one fails. */
export function createWaitingForFiles(uploads: Uploads, send: () => unknown) {
  const [isWaiting, setWaiting] = createSignal(false)
  createEffect(() => {
    if (!isWaiting() || uploads.isSending()) return
    setWaiting(false)
    send()
  })
  return {
    is: isWaiting,
    begin: () => setWaiting(true),
    stop: () => setWaiting(false),
  }
}
