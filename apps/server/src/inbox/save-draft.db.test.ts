import type { DraftView } from '@comptoir/contract/composer'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import type { TestServer } from '../testing/open-test-server.ts'
import { logOf, open, openShop, reply } from './testing/open-shop.ts'

const draft = (version: number, given: object = {}) => ({
  kind: 'reply',
  bodyHtml: '<p>Bonjour Ma</p>',
  baseSeq: 1,
  version,
  ...given,
})

test('what Hugo types is on his other screen, and on nobody else’s', async () => {
  const { test, hugo, sophie, path, looking, conversation, workspaceId } = await openShop()
  const first = await expectLive(test, hugo, looking, () =>
    asPerson(hugo).put<{ draft: DraftView }>(`${path}/draft`, draft(0)),
  )
  expect(first.body.draft).toMatchObject({ version: 1, bodyHtml: '<p>Bonjour Ma</p>', kind: 'reply' })
  await expectLive(test, hugo, looking, () =>
    asPerson(hugo).put(`${path}/draft`, draft(1, { bodyHtml: '<p>Bonjour Marc</p>' })),
  )
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Bonjour Marc</p>')
  expect((await open(sophie, conversation.id)).draft).toBeNull()
  const log = await logOf(test, workspaceId)
  expect(log.map((event) => event.rooms)).toEqual([[`user:${hugo.userId}`], [`user:${hugo.userId}`]])
})

test('typed on two screens, the later one is told and loses nothing', async () => {
  const { hugo, path, conversation } = await openShop()
  await asPerson(hugo).put(`${path}/draft`, draft(0))
  await asPerson(hugo).put(`${path}/draft`, draft(1, { bodyHtml: '<p>Au bureau</p>' }))
  const refused = await asPerson(hugo).put<RefusalBody>(`${path}/draft`, draft(1, { bodyHtml: '<p>Au téléphone</p>' }))
  expect(refused).toBeRefused('conflict', 'errors.newer_draft')
  expect(refused.body.details?.['draft']).toMatchObject({ version: 2, bodyHtml: '<p>Au bureau</p>' })
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Au bureau</p>')
})

test('a save that is sent twice is kept once', async () => {
  const { test, hugo, path, workspaceId } = await openShop()
  const first = await asPerson(hugo).put(`${path}/draft`, draft(0))
  expect((await asPerson(hugo).put(`${path}/draft`, draft(0))).body).toEqual(first.body)
  expect(await logOf(test, workspaceId)).toHaveLength(1)
})

test('of ten screens that begin at once, one begins', async () => {
  const { hugo, path } = await openShop()
  const saved = await Promise.all(
    Array.from({ length: 10 }, (_, i) => asPerson(hugo).put(`${path}/draft`, draft(0, { bodyHtml: `<p>${i}</p>` }))),
  )
  expect(saved.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(saved.filter(({ status }) => status === 409)).toHaveLength(9)
})

test('a save that PostgreSQL ends, for it and another waited for each other, is tried again', async () => {
  const { test, hugo, path, conversation } = await openShop()
  await asPerson(hugo).put(`${path}/draft`, draft(0))
  const other = new pg.Client({ connectionString: test.ownerUrl })
  await other.connect()
  onTestFinished(() => other.end())
  await other.query('begin')
  await other.query('select from draft where conversation_id = $1 for update', [conversation.id])
  const saving = asPerson(hugo).put(`${path}/draft`, draft(1, { bodyHtml: '<p>Bonjour Marc</p>' }))
  await expect.poll(() => waitingFor(test, other), { interval: 20 }).toBe(1)
  // It holds the draft, and now wants the conversation, which the save holds.
  await other.query('select from conversation where id = $1 for update', [conversation.id])
  await other.query('commit')
  expect((await saving).status).toBe(200)
  expect((await open(hugo, conversation.id)).draft?.bodyHtml).toBe('<p>Bonjour Marc</p>')
})

test('sending the reply, or giving it up, throws the draft away', async () => {
  const { test, hugo, path, looking, conversation } = await openShop()
  await asPerson(hugo).put(`${path}/draft`, draft(0))
  await expectLive(test, hugo, looking, () => asPerson(hugo).post(`${path}/replies`, reply()))
  expect((await open(hugo, conversation.id)).draft).toBeNull()
  await asPerson(hugo).put(`${path}/draft`, draft(0))
  expect((await expectLive(test, hugo, looking, () => asPerson(hugo).delete(`${path}/draft`))).status).toBe(204)
  expect((await asPerson(hugo).delete(`${path}/draft`)).status).toBe(204)
  const late = await asPerson(hugo).put<RefusalBody>(`${path}/draft`, draft(1))
  expect(late).toBeRefused('conflict', 'errors.newer_draft')
  expect(late.body.details).toEqual({ draft: null })
})

test('a note leaves the reply that is being typed alone', async () => {
  const { hugo, path, conversation } = await openShop()
  await asPerson(hugo).put(`${path}/draft`, draft(0))
  await asPerson(hugo).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'À voir.' })
  expect((await open(hugo, conversation.id)).draft).not.toBeNull()
})

test('Tom cannot keep a draft where he sees nothing, nor hold a file that is not there', async () => {
  const { hugo, tom, path } = await openShop()
  expect(await asPerson(tom).put(`${path}/draft`, draft(0))).toBeRefused('not_found')
  expect(await asPerson(hugo).put(`${path}/draft`, draft(0, { fileIds: [makeId()] }))).toBeRefused(
    'not_found',
    'errors.file_missing',
  )
})

test('scripts in a draft do not come back', async () => {
  const { hugo, path } = await openShop()
  const saved = await asPerson(hugo).put<{ draft: DraftView }>(
    `${path}/draft`,
    draft(0, { bodyHtml: '<p onclick="x()">Oui<script>x()</script></p>' }),
  )
  expect(saved.body.draft.bodyHtml).toBe('<p>Oui</p>')
})

/** How many wait for what this connection holds. */
async function waitingFor(test: TestServer, held: pg.Client) {
  const [row] = await asOwner<{ n: number }>(
    test,
    'select count(*)::integer as n from pg_stat_activity where $1 = any(pg_blocking_pids(pid))',
    [(held as pg.Client & { processID: number }).processID],
  )
  return row!.n
}
