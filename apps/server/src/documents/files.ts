import type { Tx } from '@comptoir/db/db'
import { isTeam, type Staff } from '../identity/actor.ts'

/**
 * The files somebody may see: what they uploaded, what a message they may read holds, a kept text of theirs, or what
 * their mails end with.
 */
export function filesOf(tx: Tx, staff: Staff) {
  return tx
    .selectFrom('file')
    .where('file.workspaceId', '=', staff.workspaceId)
    .where(({ eb, or, exists }) =>
      or([
        eb('file.uploadedBy', '=', staff.userId),
        exists(
          eb
            .selectFrom('attachment as a')
            .innerJoin('message as g', (join) =>
              join.onRef('g.workspaceId', '=', 'a.workspaceId').onRef('g.id', '=', 'a.messageId'),
            )
            .innerJoin('conversation as c', (join) =>
              join.onRef('c.workspaceId', '=', 'g.workspaceId').onRef('c.id', '=', 'g.conversationId'),
            )
            .select('a.fileId')
            .whereRef('a.workspaceId', '=', 'file.workspaceId')
            .whereRef('a.fileId', '=', 'file.id')
            .$if(!isTeam(staff), (query) => query.where('c.assigneeId', '=', staff.userId)),
        ),
        exists(
          eb
            .selectFrom('templateFile as f')
            .innerJoin('template as t', (join) =>
              join.onRef('t.workspaceId', '=', 'f.workspaceId').onRef('t.id', '=', 'f.templateId'),
            )
            .select('f.fileId')
            .whereRef('f.workspaceId', '=', 'file.workspaceId')
            .whereRef('f.fileId', '=', 'file.id')
            .where((of) => of.or([of('t.ownerId', 'is', null), of('t.ownerId', '=', staff.userId)])),
        ),
        exists(
          eb
            .selectFrom('ownSignaturePicture as o')
            .select('o.fileId')
            .whereRef('o.workspaceId', '=', 'file.workspaceId')
            .whereRef('o.fileId', '=', 'file.id')
            .where('o.userId', '=', staff.userId),
        ),
        exists(
          eb
            .selectFrom('mailboxSignaturePicture as p')
            .select('p.fileId')
            .whereRef('p.workspaceId', '=', 'file.workspaceId')
            .whereRef('p.fileId', '=', 'file.id'),
        ),
      ]),
    )
}
