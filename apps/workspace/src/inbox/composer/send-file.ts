import type { FileView } from '@comptoir/contract/documents'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { Refused, Unreachable } from '@comptoir/wire/ask'

export interface Upload {
  sent: Promise<FileView>
  abort: () => void
}

/** Sends a file and tells how far it is, from 0 to 1: `fetch` cannot say it. */
export function sendFile(address: string, file: File, onProgress: (done: number) => void): Upload {
  const request = new XMLHttpRequest()
  const sent = new Promise<FileView>((resolve, reject) => {
    request.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onProgress(event.loaded / event.total),
    )
    request.addEventListener('load', () => {
      const body = parsed(request.responseText)
      if (request.status < 300 && isFile(body)) resolve(body)
      else reject(isRefusal(body) ? new Refused(body) : new Unreachable())
    })
    request.addEventListener('error', () => reject(new Unreachable()))
    request.addEventListener('abort', () => reject(new Unreachable()))
  })
  request.open('PUT', address)
  request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
  request.send(file)
  return { sent, abort: () => request.abort() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy in between answers with a page of its own.
    return undefined
  }
}

function isFile(body: unknown): body is FileView {
  return typeof body === 'object' && body !== null && 'sizeBytes' in body
}

function isRefusal(body: unknown): body is RefusalBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body
}
