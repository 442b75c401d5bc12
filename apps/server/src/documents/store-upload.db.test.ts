import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inWorkspace } from '@comptoir/db/db'
import type { FileView } from '@comptoir/contract/documents'
import type { MessageItem } from '@comptoir/contract/timeline'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { expect, test } from 'vitest'
import { open, openShop, reply } from '../inbox/testing/open-shop.ts'
import { DiskFull } from '../messaging/disk-room.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { TestServer } from '../testing/open-test-server.ts'
import { seed, type Person } from '../testing/people.ts'

interface Put {
  name?: string
  type?: string
  body?: BodyInit
  headers?: Record<string, string>
}

async function put(
  person: Person,
  { name = 'devis.pdf', type = 'application/pdf', body = 'du papier', headers = {} }: Put = {},
) {
  const response = await person.api.request(`/api/w/${person.slug}/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: {
      cookie: person.cookie,
      origin: 'http://localhost:3000',
      host: 'localhost:3000',
      'content-type': type,
      ...headers,
    },
    body,
    duplex: 'half',
  } as RequestInit)
  return { status: response.status, headers: response.headers, body: (await response.json()) as FileView & RefusalBody }
}

function get(person: Person, fileId: string, query = '') {
  return person.api.request(`/api/w/${person.slug}/files/${fileId}${query}`, { headers: { cookie: person.cookie } })
}

async function leftovers({ server }: TestServer, workspaceId: string) {
  const names = await readdir(join(server.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
  const rows = await inWorkspace(server.db, workspaceId, (tx) => tx.selectFrom('file').select('id').execute())
  return { onDisk: names.filter((name) => name.isFile()).length, rows: rows.length }
}

test('Hugo joins a file to his answer, and Léa and Sophie open it', async () => {
  const { test, hugo, sophie, lea, path, conversation, looking } = await openShop()
  const { body: file, status } = await put(hugo, { name: 'C:\\devis\\Été “final”.pdf' })
  expect([status, file]).toEqual([
    201,
    { id: file.id, name: 'Été “final”.pdf', mediaType: 'application/pdf', sizeBytes: 9 },
  ])
  await expectLive(test, sophie, looking, () =>
    asPerson(hugo).post(`${path}/replies`, reply({ bodyHtml: '<p></p>', fileIds: [file.id] })),
  )
  const message = (await open(sophie, conversation.id)).items.find(
    (item): item is MessageItem => item.is === 'message' && item.direction === 'out',
  )
  expect(message?.attachments).toEqual([{ ...file, contentId: null, inline: false }])
  for (const person of [sophie, lea]) {
    const opened = await get(person, file.id)
    expect(await opened.text()).toBe('du papier')
    expect(opened.headers.get('content-disposition')).toBe(
      'attachment; filename="Ete _final_.pdf"; filename*=UTF-8\'\'%C3%89t%C3%A9%20%E2%80%9Cfinal%E2%80%9D.pdf',
    )
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
    expect(opened.headers.get('content-security-policy')).toContain('sandbox')
  }
})

test('until it is sent, a file is its sender’s alone; and never another business’s', async () => {
  const { test, hugo, sophie, tom, path } = await openShop()
  const { people } = await seed(test, { business: 'Chez Anna', people: { anna: 'owner' } })
  const { body: file } = await put(hugo)
  expect((await get(hugo, file.id)).status).toBe(200)
  expect((await get(sophie, file.id)).status).toBe(404)
  expect(await asPerson(sophie).post(`${path}/replies`, reply({ fileIds: [file.id] }))).toBeRefused(
    'not_found',
    'errors.file_missing',
  )
  await asPerson(hugo).post(`${path}/replies`, reply({ fileIds: [file.id, file.id] }))
  expect((await get(sophie, file.id)).status).toBe(200)
  expect((await get(tom, file.id)).status).toBe(404)
  expect((await get(people.anna, file.id)).status).toBe(404)
})

test('a picture is drawn in the page, anything else is downloaded whatever it says', async () => {
  const { hugo } = await openShop()
  const picture = await put(hugo, { name: 'a.png', type: 'image/png' })
  const page = await put(hugo, { name: 'a.html', type: 'text/html; charset=utf-8' })
  const drawing = await put(hugo, { name: 'a.svg', type: 'image/svg+xml' })
  const shown = async (id: string, query: string) =>
    (await get(hugo, id, query)).headers.get('content-disposition')?.split(';')[0]
  expect(await shown(picture.body.id, '?inline')).toBe('inline')
  expect(await shown(picture.body.id, '')).toBe('attachment')
  expect(await shown(page.body.id, '?inline')).toBe('attachment')
  expect(await shown(drawing.body.id, '?inline')).toBe('attachment')
})

test('a file that is too large is refused with its limit, and leaves nothing behind', async () => {
  const { test, hugo, workspaceId } = await openShop({ lives: 'test' })
  const declared = await put(hugo, { headers: { 'content-length': String(30 * 1024 * 1024) } })
  const chunk = new Uint8Array(1024 * 1024)
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => (sent++ < 40 ? controller.enqueue(chunk) : controller.close()),
  })
  const counted = await put(hugo, { body: endless })
  for (const refused of [declared, counted]) {
    expect(refused).toBeRefused('too_large', 'errors.file_too_large')
    expect(refused.body.details).toEqual({ megabytes: 25 })
  }
  expect(sent).toBeLessThan(40)
  expect(await leftovers(test, workspaceId)).toEqual({ onDisk: 0, rows: 0 })
})

test('when the disk is full the file is refused with a sentence, and leaves nothing behind', async () => {
  const { test, hugo, workspaceId } = await openShop({ lives: 'test' })
  test.server.files = { ...test.server.files, write: () => Promise.reject(new DiskFull('full')) }
  expect(await put(hugo)).toBeRefused('unavailable', 'errors.disk_full')
  expect(await leftovers(test, workspaceId)).toEqual({ onDisk: 0, rows: 0 })
})

test('an empty file, a file of zero name and a type that is none are told apart', async () => {
  const { hugo } = await openShop()
  expect((await put(hugo, { body: '' })).body).toMatchObject({ sizeBytes: 0 })
  expect(await put(hugo, { name: ' ' })).toBeRefused('invalid')
  expect((await put(hugo, { name: '../..', type: 'importe quoi' })).body).toMatchObject({
    name: '..',
    mediaType: 'application/octet-stream',
  })
})

test('files that weigh too much together are refused, and the answer can be sent without one', async () => {
  const { test, hugo, path, workspaceId } = await openShop()
  const { body: file } = await put(hugo)
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx
      .updateTable('file')
      .set({ sizeBytes: 26 * 1024 * 1024 })
      .where('id', '=', file.id)
      .execute(),
  )
  expect(await asPerson(hugo).post(`${path}/replies`, reply({ fileIds: [file.id] }))).toBeRefused(
    'too_large',
    'errors.attachments_too_large',
  )
  expect((await asPerson(hugo).post(`${path}/replies`, reply())).status).toBe(201)
})
