import { inWorkspace } from '@comptoir/db/db'
import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { View } from '@comptoir/contract/views'
import { makeId } from '@comptoir/rules/uuid'
import { now } from '../../instant.ts'
import { runWork } from '../../realtime/run-command.ts'
import { addClient, addConversation } from '../../testing/conversations.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openTestServer, type TestServer, type TestServerOptions } from '../../testing/open-test-server.ts'
import { seed, type Person } from '../../testing/people.ts'
import { receiveMessage, type Received } from '../receive-message.ts'

export type Shop = Awaited<ReturnType<typeof openShop>>

/** Sophie's shop: Hugo on the team, Léa and Tom as delegates; Marc wrote once, and Léa handles it. */
export async function openShop(options: TestServerOptions = {}) {
  const test = await openTestServer(options)
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member', lea: 'delegate', tom: 'delegate' } })
  const marc = await addClient(test, shop, 'Marc')
  const conversation = await addConversation(test, shop, { client: marc, assigneeId: shop.people.lea.userId })
  const path = `/inbox/conversations/${conversation.id}`
  return {
    test,
    shop,
    ...shop.people,
    workspaceId: shop.workspaceId,
    marc,
    conversation,
    path,
    looking: { conversationId: conversation.id, clientId: marc.id },
  }
}

/** Marc writes in his conversation, or whatever else is given. */
export function receive({ test, workspaceId, marc, conversation }: Shop, given: Partial<Received> = {}) {
  const id = makeId()
  const received: Received = {
    conversation: { is: 'existing', id: conversation.id },
    messageId: id,
    clientId: marc.id,
    authorName: marc.name,
    subject: 'Une question',
    bodyText: 'Et pour demain ?',
    bodyHtml: null,
    quotedText: '',
    remoteImages: 0,
    mailId: `${id}@exemple.example`,
    references: [],
    participants: [marc.email],
    incomingMailId: null,
    mailboxId: null,
    channel: 'email',
    at: now(),
    attachments: [],
    ...given,
  }
  return runWork(test.server.live, { is: 'system', workspaceId, cause: 'a test' }, async (tx) => {
    const { facts, ...done } = await receiveMessage(tx, workspaceId, received)
    return { result: done, facts, clientId: done.clientId }
  })
}

export function reply(given: object = {}) {
  return {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: '<p>Bonjour Marc</p>',
    fileIds: [],
    baseSeq: 1,
    ...given,
  }
}

export async function open(person: Person, conversationId: string): Promise<OpenedConversation> {
  const { body } = await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  return body
}

export async function list(person: Person, view: View): Promise<ListPage> {
  const { body } = await asPerson(person).get<ListPage>(`/inbox/conversations?view=${view}`)
  return body
}

/** Every number of the log, and the counts that were kept against a recount. */
export function logOf({ server }: TestServer, workspaceId: string) {
  return inWorkspace(server.db, workspaceId, (tx) =>
    tx.selectFrom('event').select(['seq', 'name', 'rooms']).orderBy('seq').execute(),
  )
}
