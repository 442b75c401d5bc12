import type { Tx } from '@comptoir/db/db'
import { sql } from 'kysely'
import { isTeam, type Sight } from '../../identity/actor.ts'

/** What a person was told of, of conversations they may still see. */
export function noticesOf(tx: Tx, reader: Sight) {
  return tx
    .selectFrom('notice')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.workspaceId', '=', 'notice.workspaceId')
        .onRef('conversation.id', '=', 'notice.conversationId'),
    )
    .where('notice.workspaceId', '=', reader.workspaceId)
    .where('notice.userId', '=', reader.userId)
    .where('notice.isListed', '=', sql.lit(true))
    .$if(!isTeam(reader), (query) =>
      query.where((eb) =>
        eb.or([eb('notice.conversationId', 'is', null), eb('conversation.assigneeId', '=', reader.userId)]),
      ),
    )
}
