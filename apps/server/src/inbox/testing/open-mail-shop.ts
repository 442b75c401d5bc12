import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { MessageTrack } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import { openSink } from '../../messaging/testing/connect-sink.ts'
import type { SinkScript } from '../../messaging/testing/smtp-sink.ts'
import { startDeliveryPump, type PumpParts } from '../../messaging/start-delivery-pump.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addClient, addConversation } from '../../testing/conversations.ts'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'
import { seed, type Person } from '../../testing/people.ts'
import { noteDeliveries } from '../note-deliveries.ts'

/** A business with one conversation, and a mail server beside it; with a script its mail leaves by that server. */
export async function openMailShop(script?: SinkScript) {
  const test = await openTestServer({ config: { allowPrivateHosts: true }, lives: 'test' })
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member' } })
  const { sophie, hugo } = shop.people
  const marc = await addClient(test, shop, 'Marc')
  const conversation = await addConversation(test, shop, { client: marc, subject: 'Vélo', texts: ['Combien ?'] })
  const sink = await openSink(script)
  // A server that refuses cannot be connected through the front door; it was good once.
  if (script) await asOwner(test, connected, [shop.workspaceId, sink.port])
  return {
    ...shop,
    test,
    sophie,
    hugo,
    marc,
    conversation,
    looking: { conversationId: conversation.id, clientId: marc.id },
    sink,
    delivery: test.server.delivery,
    reply: (text: string, author: Person = sophie) => reply(author, conversation.id, text),
    receipt: (messageId: string) => receiptOf(sophie, conversation.id, messageId),
    track: async (messageId: string) =>
      (await asPerson(sophie).get<MessageTrack>(`/inbox/messages/${messageId}/deliveries`)).body.deliveries,
    settle: (messageId: string, outcome: 'resend' | 'it-left') =>
      asPerson(sophie).post(`/inbox/messages/${messageId}/settle`, { commandId: makeId(), outcome }),
    async failedAt() {
      const { body } = await asPerson(sophie).get<ListPage>('/inbox/conversations')
      return body.rows[0]!.failedAt
    },
    /** Lets the wait before the next try pass. */
    makeDue: () => asOwner(test, `update delivery set not_before = now() where state = 'queued'`),
  }
}

/** The pump of another node, over the same database. */
export function startPumpBeside({ server }: TestServer, special: Partial<PumpParts> = {}) {
  const { config, secretKey, log, live, files, accessTokens, resolver, fetching } = server
  const common = { config, secretKey, log, live, files, resolver, fetching, ...special }
  return startDeliveryPump({ ...common, moved: noteDeliveries, tokenOf: accessTokens.of })
}

const connected = `
  update mailbox set carrier = 'smtp', smtp_host = '127.0.0.1', smtp_port = $2, smtp_security = 'none'
  where workspace_id = $1`

async function reply(person: Person, conversationId: string, text: string) {
  const messageId = makeId()
  const json = { commandId: makeId(), messageId, bodyHtml: `<p>${text}</p>`, baseSeq: 0, conflict: 'anyway' }
  const { status } = await asPerson(person).post(`/inbox/conversations/${conversationId}/replies`, json)
  expect(status).toBe(201)
  return messageId
}

async function receiptOf(person: Person, conversationId: string, messageId: string) {
  const { body } = await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  const message = body.items.find((item) => item.id === messageId)
  return message?.is === 'message' ? message.receipt : null
}
