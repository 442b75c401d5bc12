import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { makeId } from '@comptoir/rules/uuid'
import { openFileStore } from '@comptoir/server/messaging/file-store'
import type { Resident } from './attachment-reader.ts'
import { figure, median, type Figure } from './figure.ts'

const rounds = 3
const megabyte = 1024 * 1024
const lineBytes = 57

/** What reading a mail with a large attachment keeps resident at most, above what the process keeps anyway. */
export async function attachmentMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-bench-'))
  try {
    const files = await openFileStore(folder)
    const workspaceId = makeId()
    const stored = async (attachmentBytes: number) =>
      (
        await files.write(workspaceId, Readable.from(mailWith(attachmentBytes).map((text) => Buffer.from(text))), {
          maxBytes: Infinity,
        })
      ).key
    const [small, large] = [await stored(1000), await stored(20 * megabyte)]
    const costs: number[] = []
    for (let round = 0; round < rounds; round++) {
      const reader = fork(join(import.meta.dirname, 'attachment-reader.ts'), [folder, workspaceId, small, large], {
        execArgv: ['--expose-gc'],
      })
      const [{ before, most }] = (await once(reader, 'message')) as [Resident]
      await once(reader, 'exit')
      costs.push((most - before) / megabyte)
    }
    const value = median(costs)
    return [
      figure({ bench: 'attachment-memory', figure: 'reading an attachment of 20 MB', unit: 'MB', value, atMost: 60 }),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function* mailWith(attachmentBytes: number) {
  yield [
    'From: Marc <marc@exemple.example>',
    'To: atelier@exemple.example',
    'Subject: Photos',
    'Content-Type: multipart/mixed; boundary="limit"',
    '',
    '--limit',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Voici les photos.',
    '--limit',
    'Content-Type: image/jpeg; name="photos.jpg"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="photos.jpg"',
    '',
    '',
  ].join('\r\n')
  const lines = Buffer.alloc(lineBytes * 1000, 'photo')
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
  for (let written = 0; written < attachmentBytes; written += lineBytes * 1000) yield lines
  yield '--limit--\r\n'
}
