import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { corpusFolder, expectedMails } from '../messaging/testing/corpus.ts'
import { storeMail } from '../messaging/store-mail.ts'
import { openDns } from '../messaging/testing/dns-server.ts'
import { openMailroom } from './testing/open-mailroom.ts'

const relay = { remoteAddress: '127.0.0.1', helo: 'relay.example', from: '' }

test('each mail of the corpus joins the conversation it belongs to, and no other', { timeout: 120_000 }, async () => {
  const room = await openMailroom()
  const { db, files, intake } = room.test.server
  const { resolver } = await openDns({})
  const fileOf = new Map<string, string>()
  const expected = await expectedMails()
  for (const file of Object.keys(expected)) {
    const raw = await readFile(`${corpusFolder}/${file}.eml`)
    fileOf.set(createHash('sha256').update(raw).digest('hex'), file)
    expect(await storeMail({ db, files, resolver }, { ...relay, to: [room.address] }, Readable.from([raw]))).toBe(
      'stored',
    )
  }
  intake.wake()
  await intake.idle()

  const rows = await inWorkspace(db, room.workspaceId, (tx) =>
    tx
      .selectFrom('incomingMail')
      .select(['contentHash', 'state', 'outcome', 'conversationId'])
      .orderBy('receivedAt')
      .orderBy('id')
      .execute(),
  )
  const firstOf = new Map<string, string>()
  const threads = rows.map(({ contentHash, state, conversationId }) => {
    const file = fileOf.get(contentHash.toString('hex'))!
    if (state !== 'filed') return [file, state]
    if (!firstOf.has(conversationId!)) firstOf.set(conversationId!, file)
    return [file, firstOf.get(conversationId!)]
  })
  const wanted = Object.entries(expected).map(([file, { thread }]) => [file, thread ?? file])
  expect(Object.fromEntries(threads)).toEqual(Object.fromEntries(wanted))
})
