import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { mayView } from '../identity/may-view.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { memberOf } from './member-view.ts'

/** Begins to look at the business as this member sees it; that it was done is kept. */
export function beginViewing(
  live: Live,
  staff: Staff,
  memberId: string,
  commandId: string,
): Promise<{ viewingId: string }> {
  const command = { name: 'identity.begin_viewing', commandId, input: { memberId } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId, userId: viewerId } = staff
    const member = await memberOf(tx, workspaceId, memberId)
    if (member.state === 'disabled') throw new Refusal('not_found', 'errors.member_missing')
    if (!mayView(staff, member)) throw new Refusal('not_allowed', 'errors.not_viewable')
    const id = makeId()
    await tx.insertInto('viewing').values({ workspaceId, id, viewerId, memberId }).execute()
    return { result: { viewingId: id }, facts: [] }
  })
}

/** Ends it: its address shows nothing any more. */
export async function endViewing(
  live: Live,
  close: (viewingId: string) => void,
  staff: Staff,
  viewingId: string,
  commandId: string,
): Promise<object> {
  const command = { name: 'identity.end_viewing', commandId, input: { viewingId } }
  const ended = await runCommand(live, staff, command, async (tx) => {
    const ended = await tx
      .updateTable('viewing')
      .set((write) => ({ endedAt: write.fn.coalesce('endedAt', write.fn<string>('now')) }))
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', viewingId)
      .where('viewerId', '=', staff.userId)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw new Refusal('not_found', 'errors.not_found')
    return { result: {}, facts: [] }
  })
  close(viewingId)
  return ended
}
