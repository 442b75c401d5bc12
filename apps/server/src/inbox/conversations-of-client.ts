import { sql } from 'kysely'
import { readWorkspace, type Db } from '@comptoir/db/db'
import type { ConversationsOfClient } from '@comptoir/contract/inbox'
import { clientsOf } from '../clients/clients.ts'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { Refusal } from '../refusal.ts'
import { conversationColumns } from './conversation-view.ts'
import { conversationsOf } from './conversations.ts'
import { onUnread } from './on-unread.ts'
import { pageOf, pageSize } from './page-of.ts'

/** A page of what was ever said with one client, newest first. */
export function conversationsOfClient(
  db: Db,
  staff: Staff,
  clientId: string,
  after?: string,
): Promise<ConversationsOfClient> {
  const [at, id] = after?.split('_') ?? []
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, client, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      clientsOf(tx, staff).where('client.id', '=', clientId).select('client.id').executeTakeFirst(),
      conversationsOf(tx, staff)
        .where('conversation.clientId', '=', clientId)
        .where('conversation.state', '<>', 'deleted')
        .leftJoin('unread', onUnread(staff))
        .select([...conversationColumns, 'unread.messages as unread'])
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(conversation.top_at, conversation.id) < (${at}::timestamptz, ${id}::uuid)`),
        )
        .orderBy('conversation.topAt', 'desc')
        .orderBy('conversation.id', 'desc')
        .limit(pageSize + 1)
        .execute(),
    ])
    if (!client) throw new Refusal('not_found', 'errors.client_missing')
    return { seq, clientId, ...pageOf(rows, 'latest') }
  })
}
