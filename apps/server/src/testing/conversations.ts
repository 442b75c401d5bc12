import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { instantOf } from '../instant.ts'
import type { Seeded } from './people.ts'
import type { TestServer } from './open-test-server.ts'

export interface SeededClient {
  id: string
  name: string
  email: string
}

/** A client with one e-mail address, without going through a command. */
export async function addClient(
  test: TestServer,
  { workspaceId }: Seeded<string>,
  name: string,
): Promise<SeededClient> {
  const id = makeId()
  const email = `client.${id.slice(-12)}@exemple.example`
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    await tx.insertInto('client').values({ workspaceId, id, name }).execute()
    await tx
      .insertInto('contactPoint')
      .values({ workspaceId, id: makeId(), clientId: id, kind: 'email', value: email, normalised: email })
      .execute()
  })
  return { id, name, email }
}

export interface ConversationInput {
  client: SeededClient
  subject?: string
  /** What the client wrote, one message each. */
  texts?: string[]
  assigneeId?: string | null
  state?: 'open' | 'archived'
}

export interface SeededConversation {
  id: string
  messageIds: string[]
}

/** A conversation in which the client wrote; nobody has it as unread. */
export async function addConversation(
  test: TestServer,
  { workspaceId, mailbox }: Seeded<string>,
  { client, subject = 'Une question', texts = ['Bonjour !'], assigneeId = null, state = 'open' }: ConversationInput,
): Promise<SeededConversation> {
  const id = makeId()
  const at = instantOf(new Date())
  const messageIds = texts.map(() => makeId())
  await inWorkspace(test.server.db, workspaceId, async (tx) => {
    await tx
      .insertInto('conversation')
      .values({
        workspaceId,
        id,
        clientId: client.id,
        clientName: client.name,
        subject,
        state,
        assigneeId,
        mailboxId: mailbox.id,
        lastSeq: texts.length,
        lastAt: at,
        lastPreview: texts.at(-1) ?? '',
        waitingSince: at,
      })
      .execute()
    await tx.insertInto('participant').values({ workspaceId, conversationId: id, address: client.email }).execute()
    for (const [i, bodyText] of texts.entries()) {
      await tx
        .insertInto('message')
        .values({
          workspaceId,
          id: messageIds[i]!,
          conversationId: id,
          seq: i + 1,
          direction: 'in',
          channel: 'email',
          clientId: client.id,
          authorName: client.name,
          subject,
          bodyText,
          mailId: `${messageIds[i]!}@exemple.example`,
          mailboxId: mailbox.id,
          at,
        })
        .execute()
    }
  })
  return { id, messageIds }
}
