import type { Tx } from '@comptoir/db/db'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { addEntry } from './add-entry.ts'
import { conversationToChange, type ConversationToChange } from './conversations.ts'
import { conversationView } from './conversation-view.ts'
import { withdrawNotices } from './notices/withdraw-notices.ts'
import { roomsOfConversation } from './rooms-of-conversation.ts'
import { unreadByPerson } from './unread-by-person.ts'

type State = ConversationRow['state']

const changes = {
  archive: { to: 'archived', from: ['open'], entry: 'archived', fact: 'inbox.conversation_archived' },
  reopen: { to: 'open', from: ['archived'], entry: 'reopened', fact: 'inbox.conversation_reopened' },
  delete: { to: 'deleted', from: ['open', 'archived'], entry: 'deleted', fact: 'inbox.conversation_deleted' },
  restore: { to: 'open', from: ['deleted'], entry: 'restored', fact: 'inbox.conversation_restored' },
} as const satisfies Record<string, { to: State; from: readonly State[]; entry: string; fact: string }>

/** Puts a conversation away until the client writes again. What is not open stays as it is. */
export const archiveConversation = changeBy('archive')

/** Takes a conversation out of the archive. */
export const reopenConversation = changeBy('reopen')

/** Puts a conversation into the bin, where nothing of it is unread any more, and from where it can be restored. */
export const deleteConversation = changeBy('delete')

/** Takes a conversation out of the bin, open. */
export const restoreConversation = changeBy('restore')

function changeBy(act: keyof typeof changes) {
  const { to: state, from, entry: kind, fact } = changes[act]
  return (
    live: Live,
    staff: Staff,
    conversationId: string,
    { commandId }: { commandId: string },
  ): Promise<{ conversation: ConversationRow }> =>
    runCommand(live, staff, { name: `inbox.${act}_conversation`, commandId, input: { conversationId } }, async (tx) => {
      const was = await conversationToChange(tx, staff, conversationId)
      if (!from.some((one) => one === was.state)) return { result: { conversation: conversationView(was) }, facts: [] }
      const conversation = conversationView({ ...was, state })
      const [entry, unread] = await Promise.all([
        addEntry(tx, was, { kind, actorName: staff.name, userId: null }),
        state === 'deleted' ? forgetUnread(tx, was) : unreadByPerson(tx, staff.workspaceId, conversationId),
        tx
          .updateTable('conversation')
          .set({ state })
          .where('workspaceId', '=', staff.workspaceId)
          .where('id', '=', conversationId)
          .execute(),
      ])
      const data = { conversation, entry, unread }
      const seen =
        state === 'deleted' ? await withdrawNotices(tx, staff.workspaceId, { conversationIds: [was.id] }) : []
      return {
        result: { conversation },
        facts: [{ name: fact, rooms: roomsOfConversation(was), data }, ...seen],
        clientId: was.clientId,
      }
    })
}

async function forgetUnread(tx: Tx, { workspaceId, id }: ConversationToChange): Promise<Record<string, number>> {
  await tx.deleteFrom('unread').where('workspaceId', '=', workspaceId).where('conversationId', '=', id).execute()
  return {}
}
