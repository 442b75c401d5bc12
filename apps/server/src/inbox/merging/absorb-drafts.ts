import type { Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Draft } from '@comptoir/db/schema'

/**
 * What people were writing in conversations they go on writing in the one those went into. Where somebody wrote in
 * several, one text follows the other, as a note if any of them was: nothing internal may leave by that.
 */
export async function absorbDrafts(tx: Tx, workspaceId: string, from: string[], to: string): Promise<void> {
  const drafts = await tx
    .selectFrom('draft')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('conversationId', 'in', [...from, to])
    .orderBy((eb) => eb('conversationId', '=', to), 'desc')
    .orderBy('conversationId')
    .forUpdate()
    .execute()
  for (const [userId, theirs] of Map.groupBy(drafts, (one) => one.userId)) {
    if (theirs.every(({ conversationId }) => conversationId === to)) continue
    await tx
      .deleteFrom('draft')
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', userId)
      .where('conversationId', 'in', [...from, to])
      .execute()
    await tx
      .insertInto('draft')
      .values({ ...together(theirs), workspaceId, userId, conversationId: to })
      .execute()
  }

  function together([first, ...others]: Selectable<Draft>[]) {
    const { conversationId, baseSeq, recipients, version } = first!
    const all = [first!, ...others]
    const kind = all.some((one) => one.kind === 'note') ? ('note' as const) : ('reply' as const)
    return {
      kind,
      bodyHtml: all.map((one) => one.bodyHtml).join(''),
      fileIds: [...new Set(all.flatMap((one) => one.fileIds))],
      recipients: kind === 'reply' && recipients ? JSON.stringify(recipients) : null,
      // Of where it goes on nothing was seen.
      baseSeq: conversationId === to ? baseSeq : 0,
      // Alone it is the same, and may still be saved over.
      version: others.length > 0 ? Math.max(...all.map((one) => one.version)) + 1 : version,
    }
  }
}
