import { sql } from 'kysely'
import { readWorkspace, type Db } from '@comptoir/db/db'
import type { ClientFilesPage } from '@comptoir/contract/clients'
import { clientsOf } from '../clients/clients.ts'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { Refusal } from '../refusal.ts'
import { messagesOf } from './messages.ts'

const pageSize = 50

/** A page of the files that went between a client and the business, newest first; not what is drawn inside a mail. */
export function filesOfClient(db: Db, staff: Staff, clientId: string, after?: string): Promise<ClientFilesPage> {
  const [at, id] = after?.split('_') ?? []
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, client, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      clientsOf(tx, staff).where('client.id', '=', clientId).select('client.id').executeTakeFirst(),
      messagesOf(tx, staff)
        .innerJoin('attachment as a', (join) =>
          join.onRef('a.workspaceId', '=', 'message.workspaceId').onRef('a.messageId', '=', 'message.id'),
        )
        .innerJoin('file as f', (join) =>
          join.onRef('f.workspaceId', '=', 'a.workspaceId').onRef('f.id', '=', 'a.fileId'),
        )
        .where('conversation.clientId', '=', clientId)
        .where('a.inline', '=', false)
        // What is passed on to somebody outside is no document of the client's.
        .where('message.party', '=', 'client')
        .select([
          'f.id',
          'f.name',
          'f.mediaType',
          'f.sizeBytes',
          'message.conversationId',
          'message.id as messageId',
          'message.direction',
          'message.at',
        ])
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(message.at, f.id) < (${at}::timestamptz, ${id}::uuid)`),
        )
        .orderBy('message.at', 'desc')
        .orderBy('f.id', 'desc')
        .limit(pageSize + 1)
        .execute(),
    ])
    if (!client) throw new Refusal('not_found', 'errors.client_missing')
    const files = rows.slice(0, pageSize)
    const last = files.at(-1)
    return { seq, clientId, files, next: rows.length > pageSize && last ? `${last.at}_${last.id}` : null }
  })
}
