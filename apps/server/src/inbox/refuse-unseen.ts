import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import type { ConversationToChange } from './conversations.ts'
import { messagesToShow, messageView } from './message-view.ts'
import { notesToShow, noteView } from './timeline.ts'

/** Refuses to answer blind: what others said after `baseSeq` comes back with the refusal, to be shown in place. */
export async function refuseUnseen(tx: Tx, staff: Staff, conversation: ConversationToChange, baseSeq: number) {
  if (conversation.lastSeq <= baseSeq) return
  const { workspaceId, id } = conversation
  const [messages, notes] = await Promise.all([
    messagesToShow(tx, workspaceId)
      .where('message.conversationId', '=', id)
      .where('message.seq', '>', baseSeq)
      .limit(20)
      .execute(),
    notesToShow(tx, workspaceId).where('conversationId', '=', id).where('seq', '>', baseSeq).limit(20).execute(),
  ])
  const unseen = [...messages.map(messageView), ...notes.map(noteView)]
    .filter((item) => item.userId !== staff.userId)
    .sort((a, b) => a.seq - b.seq)
  if (unseen.length > 0) throw new Refusal('conflict', 'errors.newer_message', { unseen })
}
