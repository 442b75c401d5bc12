import { makeId } from '@comptoir/rules/uuid'
import { addNote } from '../inbox/add-note.ts'
import { archiveConversation } from '../inbox/change-state.ts'
import { assignConversation } from '../inbox/assign-conversation.ts'
import { markRead } from '../inbox/mark-read.ts'
import { receiveMessage } from '../inbox/receive-message.ts'
import { sendReply } from '../inbox/send-reply.ts'
import type { Staff } from '../identity/actor.ts'
import { runWork, type Live } from '../realtime/run-command.ts'
import type { Plan } from './plan-stories.ts'
import type { Turn } from './turns.ts'

export interface ClientTold {
  id: string
  name: string
  email: string
}

/** Tells one conversation by commands; answers when each thing of it was said. */
export async function tellStory(live: Live, team: Staff[], plan: Plan): Promise<{ id: string; at: Date }[]> {
  const { story, times, standing } = plan
  const speaker = team[story.assignee ?? 1]!
  const said: { id: string; at: Date }[] = []
  let conversationId: string | null = null
  for (const [i, turn] of story.turns.entries()) {
    const id = makeId()
    said.push({ id, at: times[i]! })
    conversationId = turn.by === 'client' ? await hear(live, team[0]!, plan, conversationId, id, turn) : conversationId
    if (i === 0 && story.assignee !== undefined) await assign(live, team[0]!, conversationId!, speaker)
    if (turn.by !== 'client') await say(live, speaker, conversationId!, id, turn)
  }
  const readers = standing === 'unread' ? team.slice(3, 4) : team.filter((one) => one.role !== 'delegate')
  for (const reader of readers) {
    await markRead(live, reader, conversationId!, { commandId: makeId(), seq: story.turns.length })
  }
  if (standing === 'archived') await archiveConversation(live, team[0]!, conversationId!, { commandId: makeId() })
  return said
}

async function hear(
  live: Live,
  owner: Staff,
  plan: Plan,
  conversationId: string | null,
  messageId: string,
  turn: Turn,
) {
  const { story, client } = plan
  const { workspaceId } = owner
  const done = await runWork(live, { is: 'system', workspaceId, cause: 'example' }, async (tx) => {
    const mailbox = await tx
      .selectFrom('mailbox')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    const received = await receiveMessage(tx, workspaceId, {
      conversation: conversationId
        ? { is: 'existing', id: conversationId }
        : { is: 'new', clientId: client.id, subject: story.subject, mailboxId: mailbox.id, source: 'email' },
      messageId,
      clientId: client.id,
      authorName: client.name,
      subject: story.subject,
      bodyText: turn.text,
      bodyHtml: null,
      quotedText: '',
      remoteImages: 0,
      mailId: `${messageId}@exemple.example`,
      references: [],
      participants: [client.email],
      incomingMailId: null,
      mailboxId: mailbox.id,
      channel: 'email',
      at: new Date().toISOString(),
      attachments: [],
    })
    return { result: received.conversationId, facts: received.facts, clientId: client.id }
  })
  return done
}

async function say(live: Live, speaker: Staff, conversationId: string, id: string, turn: Turn) {
  const commandId = makeId()
  if (turn.by === 'note')
    return addNote(live, speaker, conversationId, { commandId, noteId: id, body: turn.text, mentions: [] })
  const paragraphs = turn.text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`)
  const reply = {
    commandId,
    messageId: id,
    bodyHtml: paragraphs.join(''),
    fileIds: [],
    baseSeq: 0,
    signature: 'with' as const,
    conflict: 'anyway' as const,
  }
  return sendReply(live, speaker, conversationId, reply)
}

async function assign(live: Live, owner: Staff, conversationId: string, to: Staff) {
  await assignConversation(live, owner, conversationId, { commandId: makeId(), assigneeId: to.userId })
}
