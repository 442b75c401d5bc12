import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation, type SeededClient } from '../../testing/conversations.ts'
import type { TestServer } from '../../testing/open-test-server.ts'
import type { Person, Seeded } from '../../testing/people.ts'

/** One reply in each of so many conversations of a mailbox; the ids of the messages, in the order they were written. */
export async function fillMailbox(
  shop: Seeded<string> & { test: TestServer; sophie: Person; marc: SeededClient },
  howMany: number,
): Promise<string[]> {
  const messages: string[] = []
  for (let n = 0; n < howMany; n++) {
    const { id } = await addConversation(shop.test, shop, { client: shop.marc, subject: `Vélo ${n}` })
    const messageId = makeId()
    const json = { commandId: makeId(), messageId, bodyHtml: `<p>n° ${n}</p>`, baseSeq: 0, conflict: 'anyway' }
    expect((await asPerson(shop.sophie).post(`/inbox/conversations/${id}/replies`, json)).status).toBe(201)
    messages.push(messageId)
  }
  return messages
}

export async function setLimits(
  admin: Person,
  mailbox: Seeded<string>['mailbox'],
  limits: { hourlyLimit?: number | null; dailyLimit?: number | null },
): Promise<void> {
  const { id, address } = mailbox
  const json = { commandId: makeId(), name: 'Chez Marc', address, ...limits }
  const { status } = await asPerson(admin).post(`/messaging/mailboxes/${id}`, json)
  expect(status).toBe(200)
}

/** Time passes for all that was sent, and for all that waits. */
export async function letHoursPass(test: TestServer, hours: number): Promise<void> {
  await asOwner(
    test,
    `update delivery
     set accepted_at = accepted_at - make_interval(hours => $1), not_before = not_before - make_interval(hours => $1)`,
    [hours],
  )
}

export interface Standing {
  messageId: string
  state: string
  reason: string | null
  /** How long after the first mail that counts, in whole hours, and with the place of the mail that makes way. */
  waitsForHours: number | null
  waitsFor: string | null
}

/** How the mails of a mailbox stand, in the order they were written. */
export function standings(test: TestServer, mailboxId: string): Promise<Standing[]> {
  return asOwner<Standing & Record<string, unknown>>(
    test,
    `select d.message_id as "messageId", d.state, d.reason,
            extract(epoch from d.not_before - e.accepted_at)::integer / 3600 as "waitsForHours",
            e.message_id as "waitsFor"
     from delivery d
     left join lateral (
       select e.message_id, e.accepted_at from delivery e
       where d.state = 'queued' and e.mailbox_id = d.mailbox_id
         and d.not_before - e.accepted_at in ('1 hour', '2 hours', '24 hours')
       limit 1) e on true
     where d.mailbox_id = $1
     order by d.queued_at`,
    [mailboxId],
  )
}
