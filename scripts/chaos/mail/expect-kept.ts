import { expect } from 'vitest'
import type { MessageTrack } from '@comptoir/contract/messaging'
import type { SignedIn } from '../../servers/sign-up.ts'
import type { Database } from './database.ts'
import type { Kill } from './killer.ts'

export interface Told {
  /** Message-IDs of what clients wrote and Comptoir took. */
  received: string[]
  /** Ids of the replies whose writers were answered. */
  written: string[]
}

/** Waits until nothing is under way any more. */
export async function settled(db: Database): Promise<void> {
  const underWay = async () => {
    const rows = await db<{ n: number }>(`
      select (select count(*) from delivery where state in ('queued', 'claimed', 'sending'))::integer
           + (select count(*) from incoming_mail where state = 'stored')::integer as n`)
    return rows[0]!.n
  }
  await expect.poll(underWay, { timeout: 180_000, interval: 500 }).toBe(0)
}

/** Each mail that was taken is there, once. */
export async function allReceivedOnce(db: Database, { received }: Told): Promise<void> {
  const rows = await db<{ mail_id: string; n: number }>(
    `select mail_id, count(*)::integer as n from message where direction = 'in' group by mail_id`,
  )
  const times = new Map(rows.map(({ mail_id: id, n }) => [id, n]))
  expect(received.filter((id) => times.get(id) !== 1)).toEqual([])
  expect(rows.filter(({ n }) => n > 1)).toEqual([])
}

/** Each reply left once, or is said to be in doubt: of each line that was open at a kill, one at most. */
export async function allSentOrInDoubt(
  db: Database,
  sophie: SignedIn,
  taken: Map<string, number>,
  kills: Kill[],
  { written }: Told,
): Promise<{ sent: number; inDoubt: number; inDoubtTaken: number }> {
  const rows = await db<{ message_id: string; mail_id: string; state: string }>(
    `select d.message_id, m.mail_id, d.state
     from delivery d join message m on m.workspace_id = d.workspace_id and m.id = d.message_id`,
  )
  const byMessage = new Map(rows.map((row) => [row.message_id, row]))
  expect(written.filter((id) => !byMessage.has(id))).toEqual([])
  expect([...taken].filter(([, n]) => n > 1)).toEqual([])
  const sent = rows.filter(({ state }) => state === 'accepted')
  const inDoubt = rows.filter(({ state }) => state === 'unknown')
  expect(rows.length).toBe(sent.length + inDoubt.length)
  expect(sent.filter(({ mail_id: id }) => taken.get(id) !== 1)).toEqual([])
  for (const { message_id: id } of inDoubt) {
    const { deliveries } = await sophie.get<MessageTrack>(`/inbox/messages/${id}/deliveries`)
    expect(deliveries.map(({ state }) => state)).toEqual(['unknown'])
  }
  expect(inDoubt.map(({ message_id: id }) => id).toSorted()).toEqual(kills.flatMap((kill) => kill.inDoubt).toSorted())
  expect(kills.filter((kill) => kill.inDoubt.length > kill.lines)).toEqual([])
  const inDoubtTaken = inDoubt.filter(({ mail_id: id }) => taken.has(id)).length
  return { sent: sent.length, inDoubt: inDoubt.length, inDoubtTaken }
}

/** What was counted along the way is what there is. */
export async function countsAreTrue(db: Database): Promise<void> {
  const views = await db(`
    with truth as (
      select workspace_id, scope, count(*)::integer as n
      from conversation c, unnest(conversation_scopes(c)) as scope
      group by workspace_id, scope
      union all
      select workspace_id, 'unread:' || user_id, count(*)::integer from unread group by workspace_id, user_id
      union all
      select workspace_id, 'notices:' || user_id, count(*)::integer
      from notice where seen_at is null and is_listed group by workspace_id, user_id
      union all
      select workspace_id, 'unread-assignee', count(*)::integer from unread where is_assignee group by workspace_id
      union all
      select workspace_id, case state when 'spam' then 'spam' else 'to_sort' end, count(*)::integer
      from incoming_mail where state in ('spam', 'to_sort') group by 1, 2
    )
    select * from truth t full join view_count v using (workspace_id, scope)
    where coalesce(t.n, 0) <> coalesce(v.n, 0)`)
  expect(views).toEqual([])
  const numbers = await db(`
    select c.id, c.last_seq, count(m.id) as said
    from conversation c join message m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
    group by c.id, c.last_seq having count(m.id) <> c.last_seq`)
  expect(numbers).toEqual([])
}
