import type { ConversationLink, LinkInput } from '@comptoir/contract/merging'
import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { conversationsToChange } from '../conversations.ts'
import { roomsOfConversation } from '../rooms-of-conversation.ts'
import { whyMissing } from './merged-into.ts'

/** Says that two conversations belong together: each then shows the other. */
export const linkConversations = changeBy('link')

/** Takes that back. */
export const unlinkConversations = changeBy('unlink')

function changeBy(act: 'link' | 'unlink') {
  return (
    live: Live,
    staff: Staff,
    conversationId: string,
    { commandId, otherId }: LinkInput,
  ): Promise<ConversationLink> => {
    const command = { name: `inbox.${act}_conversations`, commandId, input: { conversationId, otherId } }
    return runCommand(live, staff, command, async (tx) => {
      if (conversationId === otherId) throw new Refusal('invalid', 'errors.link_with_itself')
      const ids = [conversationId, otherId].sort()
      const both = await conversationsToChange(tx, staff, ids)
      for (const id of ids) if (!both.some((one) => one.id === id)) throw await whyMissing(tx, staff, id)
      const [oneId, secondId] = ids as [string, string]
      const isChanged = await write(tx, act, { workspaceId: staff.workspaceId, oneId, otherId: secondId })
      // Each alone: whoever sees one of them only is not told of the other.
      const facts = both.map((one) => ({
        name: 'inbox.links_changed' as const,
        rooms: roomsOfConversation(one),
        data: { conversationId: one.id },
        clientId: one.clientId,
      }))
      return { result: { conversationId, otherId }, facts: isChanged ? facts : [] }
    })
  }
}

async function write(tx: Tx, act: 'link' | 'unlink', link: { workspaceId: string; oneId: string; otherId: string }) {
  if (act === 'link') {
    const made = await tx
      .insertInto('conversationLink')
      .values(link)
      .onConflict((conflict) => conflict.doNothing())
      .returning('oneId')
      .execute()
    return made.length > 0
  }
  const gone = await tx
    .deleteFrom('conversationLink')
    .where('workspaceId', '=', link.workspaceId)
    .where('oneId', '=', link.oneId)
    .where('otherId', '=', link.otherId)
    .returning('oneId')
    .execute()
  return gone.length > 0
}
