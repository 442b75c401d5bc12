import { readWorkspace, type Db } from '@comptoir/db/db'
import type { MembersSlice } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { invitationsOf } from './invitations.ts'
import { membersOf, memberView } from './member-view.ts'

/** The people of the business and those who were invited. */
export function listMembers(db: Db, { workspaceId }: Staff): Promise<MembersSlice> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, members, invitations] = await Promise.all([
      currentSeq(tx, workspaceId),
      membersOf(tx, workspaceId).orderBy('appUser.name').orderBy('appUser.id').execute(),
      invitationsOf(tx, workspaceId).orderBy('invitation.createdAt', 'desc').orderBy('invitation.id').execute(),
    ])
    return { seq, members: members.map(memberView), invitations }
  })
}
