import { inWorkspace } from '@comptoir/db/db'
import type { NoticesSlice } from '@comptoir/contract/notices'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { hashToken } from '../identity/hash-token.ts'
import { openTestReceiver } from '../messaging/testing/test-receiver.ts'
import { clientCookieName } from '../realtime/client-sockets.ts'
import { asPerson } from '../testing/as-person.ts'
import { addClient, addConversation, type SeededClient } from '../testing/conversations.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestServer, type TestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'

/** All the frames that reach the browser of a client, as they travel. */
async function framesOf(test: TestServer, workspaceId: string, client: SeededClient): Promise<string[]> {
  const token = makeId()
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    await tx.updateTable('client').set({ portalSince: '2026-01-01T00:00:00Z' }).where('id', '=', client.id).execute()
    const session = { workspaceId, tokenHash: hashToken(token), clientId: client.id, expiresAt: '2100-01-01T00:00:00Z' }
    await tx.insertInto('clientSession').values(session).execute()
  })
  const socket = io(`${test.url}/client`, {
    extraHeaders: { cookie: `${clientCookieName}=${token}` },
    transports: ['websocket'],
    forceNew: true,
  })
  onTestFinished(() => void socket.close())
  const frames: string[] = []
  socket.io.engine.on('packet', ({ data }) => frames.push(String(data ?? '')))
  await new Promise((resolve) => {
    socket.once('caught_up', resolve)
  })
  return frames
}

test('Ines hears in the portal what she is answered, and nothing of what the team does around it', async () => {
  const test = await openTestServer()
  const business = await seed(test, { people: { marc: 'owner', lea: 'member' } })
  const [ines, tom] = [await addClient(test, business, 'Ines'), await addClient(test, business, 'Tom')]
  const conversation = await addConversation(test, business, { client: ines, texts: ['Une question'] })
  const [hers, his] = [
    await framesOf(test, business.workspaceId, ines),
    await framesOf(test, business.workspaceId, tom),
  ]
  const marc = asPerson(business.people.marc)
  const at = `/inbox/conversations/${conversation.id}`
  const command = () => ({ commandId: makeId() })
  await marc.post(`${at}/notes`, { ...command(), noteId: makeId(), body: 'Mauvaise payeuse' })
  const lea = business.people.lea
  const named = { startsAt: 0, length: 4, userId: lea.userId }
  const note = { ...command(), noteId: makeId(), body: '@Lea Relance discrète', mentions: [named] }
  expect((await marc.post(`${at}/notes`, note)).status).toBe(201)
  const { body: told } = await asPerson(lea).get<NoticesSlice>('/inbox/notices')
  expect(told.notices).toMatchObject([{ kind: 'mention', summary: '@Lea Relance discrète' }])
  await asPerson(lea).post('/inbox/notices/seen', { ...command(), of: { is: 'all' } })
  await marc.put(`${at}/assignee`, { ...command(), assigneeId: business.people.lea.userId })
  await marc.put(`${at}/draft`, {
    kind: 'reply',
    bodyHtml: '<p>Brouillon secret</p>',
    fileIds: [],
    baseSeq: 2,
    version: 0,
  })
  await marc.put('/settings/workspace', { ...command(), name: 'Chez Marc', locale: 'fr', timeZone: 'Europe/Brussels' })
  await marc.put(`/clients/${ines.id}/tags`, { ...command(), tags: ['Étiquetée'] })
  const letter = {
    ...command(),
    messageId: makeId(),
    about: { is: 'conversation' },
    subject: 'TR: Avis du livreur',
    bodyHtml: '<p>Livraison difficile ?</p>',
    recipients: { to: [{ address: 'quai@livreur.example' }], cc: [], bcc: [] },
  }
  expect((await marc.post(`${at}/forwards`, letter)).status).toBe(201)
  await test.server.delivery.idle()
  const { mailbox } = business
  const theirs = { to: mailbox.address, from: 'quai@livreur.example', text: 'Impossible livreur' }
  await (
    await openTestReceiver(test)
  ).receive({ ...theirs, inReplyTo: `${letter.messageId}@${mailbox.address.split('@')[1]}` })
  const opened = await marc.get<OpenedConversation>(at)
  expect(opened.body.items.filter((item) => item.is === 'message' && item.party === 'outsider')).toHaveLength(2)
  await marc.post(`${at}/archive`, command())
  const reply = {
    ...command(),
    messageId: makeId(),
    bodyHtml: '<p>Avec plaisir</p>',
    fileIds: [],
    baseSeq: 2,
    conflict: 'anyway',
  }
  expect((await marc.post(`${at}/replies`, reply)).status).toBe(201)
  await eventually(() => expect(hers.join('\n')).toContain('Avec plaisir'))
  const events = hers.filter((frame) => frame.includes('"event"'))
  expect(events).toHaveLength(1)
  expect(events[0]).toContain('portal.message_sent')
  expect(hers.join('\n')).not.toMatch(
    /Mauvaise|Relance|discrète|mention|notice|secret|Étiquetée|Tom|livreur|difficile|inbox\.|identity\.|settings\.|exemple\.example/,
  )
  expect(hers.join('\n')).not.toContain(lea.userId)
  expect(his.filter((frame) => frame.includes('"event"'))).toEqual([])
})
