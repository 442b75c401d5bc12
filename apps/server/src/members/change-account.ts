import { sql } from 'kysely'
import type { Locale } from '@comptoir/contract/base'
import { teamRoom } from '../realtime/rooms.ts'
import { runWork, type Live } from '../realtime/run-command.ts'
import { memberOf } from './member-view.ts'

/** Changes the name and language of somebody; the teams they belong to see the new name. */
export async function changeAccount(live: Live, userId: string, name: string, locale: Locale): Promise<void> {
  const { system } = live.db
  await sql`select change_user(${userId}, ${name}, ${locale})`.execute(system)
  const { rows } = await sql<{ id: string }>`select workspaces_of_user(${userId}) as id`.execute(system)
  for (const { id: workspaceId } of rows) {
    await runWork(live, { is: 'system', workspaceId, cause: 'somebody changed their name' }, async (tx) => {
      const member = await memberOf(tx, workspaceId, userId)
      return {
        result: undefined,
        facts: [{ name: 'identity.member_changed', rooms: [teamRoom(workspaceId)], data: { member } }],
      }
    })
  }
}
