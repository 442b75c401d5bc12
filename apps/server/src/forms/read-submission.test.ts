import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeId } from '@comptoir/rules/uuid'
import { expect, onTestFinished, test } from 'vitest'
import { DiskFull } from '../messaging/disk-room.ts'
import { openFileStore } from '../messaging/file-store.ts'
import { readSubmission } from './read-submission.ts'

const type = 'multipart/form-data; boundary=b'
const whole = [
  '--b\r\nContent-Disposition: form-data; name="page"\r\n\r\nv1.x',
  '--b\r\nContent-Disposition: form-data; name="é"\r\n\r\nà bientôt',
  '--b\r\nContent-Disposition: form-data; name="files"; filename="plan.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF',
  '--b\r\nContent-Disposition: form-data; name="last"\r\n\r\nfin',
  '--b--\r\n',
].join('\r\n')

test('wherever a line is cut, nothing breaks and nothing stays', async () => {
  const { read, left } = await openStore()
  const bytes = Buffer.from(whole)
  for (let length = 0; length <= bytes.lastIndexOf('--b--'); length += 3) {
    const { files, problem } = await read(bytes.subarray(0, length))
    expect([length, files, problem]).toEqual([length, [], 'errors.cut'])
  }
  expect(await left()).toEqual([])
})

test('in whatever pieces it comes, it is the same', async () => {
  const { read, left } = await openStore()
  for (const step of [1, 2, 13, 1000]) {
    const { values, files, problem } = await read(Buffer.from(whole), step)
    expect(Object.fromEntries(values)).toEqual({ page: 'v1.x', é: 'à bientôt', last: 'fin' })
    expect([files.map(({ toInsert }) => toInsert?.name), problem]).toEqual([['plan.pdf'], null])
  }
  expect(await left()).toHaveLength(4)
})

test('what never ends is cut', async () => {
  const { read, left } = await openStore()
  const endless = Buffer.concat([Buffer.from(whole.replace('--b--', '--b')), Buffer.alloc(90 * 2 ** 20, 'x')])
  expect((await read(endless, 2 ** 20)).problem).toBe('errors.request_too_large')
  expect(await left()).toEqual([])
})

test('a disk that gets full while the rest is still coming ends nothing but this one', async () => {
  const store = await openFileStore(await mkdtemp(join(tmpdir(), 'submission-')))
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  onTestFinished(() => void process.off('unhandledRejection', note))
  const full = { ...store, write: async () => Promise.reject(new DiskFull()) }
  const file = whole.indexOf('%PDF') + 4
  const bytes = Buffer.from(whole)
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.subarray(0, file))
      // As long as node waits before it ends a program for what nobody took.
      for (let turn = 0; turn < 20; turn++) await new Promise((turned) => setImmediate(turned))
      controller.enqueue(bytes.subarray(file))
      controller.close()
    },
  })
  const { values, files, problem } = await readSubmission(full, makeId(), { type, body }, 'files')
  expect(Object.fromEntries(values)).toEqual({ page: 'v1.x', é: 'à bientôt', last: 'fin' })
  expect([files, problem]).toEqual([[], 'errors.later'])
  expect(unhandled).toEqual([])
})

async function openStore() {
  const folder = await mkdtemp(join(tmpdir(), 'submission-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const store = await openFileStore(folder)
  const workspaceId = makeId()
  return {
    read: (bytes: Buffer, step = 64) =>
      readSubmission(store, workspaceId, { type, body: inPieces(bytes, step) }, 'files'),
    async left() {
      const names = await readdir(folder, { recursive: true })
      return names.filter((name) => /[0-9a-f]{32}$/.test(name))
    },
  }
}

function inPieces(bytes: Buffer, step: number) {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + step))
      at += step
    },
  })
}
