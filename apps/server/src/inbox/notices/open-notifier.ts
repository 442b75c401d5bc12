import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { isUnreachable } from '../../is-unreachable.ts'
import { runRounds, type Rounds } from '../../messaging/run-rounds.ts'
import type { Server } from '../../server.ts'
import { sendPushes } from './push/send-pushes.ts'
import { writeDigests } from './write-digests.ts'

export type NotifierParts = Pick<Server, 'db' | 'config' | 'secretKey' | 'log' | 'sockets' | 'mail'>

const pauseMs = 10_000
const weekMs = 7 * 24 * 3600_000

/** Tells people who are not at a screen, and remembers who is. */
export function openNotifier(parts: NotifierParts): Rounds {
  const { db, log } = parts
  return runRounds(
    async () => {
      await noteOnScreen(parts)
      const since = new Date(Date.now() - weekMs)
      const { rows } = await sql<{ workspaceId: string }>`
        select workspace_id from workspaces_with_notices(${since})`.execute(db.system)
      for (const { workspaceId } of rows) {
        await sendPushes(parts, workspaceId).catch((error: unknown) =>
          log.error({ err: error, workspaceId }, 'somebody could not be told by their browser'),
        )
        await writeDigests(parts, workspaceId).catch((error: unknown) =>
          log.error({ err: error, workspaceId }, 'somebody could not be told by mail'),
        )
      }
      return { left: 'nothing', pauseMs }
    },
    (error) => {
      if (!isUnreachable(error)) log.error({ err: error }, 'people who are away could not be told')
    },
  )
}

/** Who has a screen open at this moment. */
async function noteOnScreen({ db, sockets }: NotifierParts) {
  for (const [workspaceId, people] of Map.groupBy(sockets.people(), (staff) => staff.workspaceId)) {
    const userIds = [...new Set(people.map(({ userId }) => userId))].sort()
    await inWorkspace(db, workspaceId, (tx) =>
      sql`
        insert into notice_reader (workspace_id, user_id, on_screen_at)
        select workspace_id, user_id, now() from membership
        where workspace_id = ${workspaceId} and user_id = any(${userIds}::uuid[])
        order by user_id
        on conflict (workspace_id, user_id) do update set on_screen_at = excluded.on_screen_at`.execute(tx),
    )
  }
}
