import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { addConversation } from '../../testing/conversations.ts'
import { expectCountsExact } from './expect-counts-exact.ts'
import { logOf, receive, reply, type Shop } from './open-shop.ts'

/** Does so many commands, ten at once; then every screen equals a fresh one, and every count a recount. */
export async function actInTurn(shop: Shop, { commands }: { commands: number }) {
  const { test, sophie, hugo, lea, tom, looking, workspaceId, marc } = shop
  const others = await Promise.all(
    [0, 1, 2, 3].map((i) =>
      addConversation(test, shop.shop, {
        client: marc,
        subject: `Affaire ${i}`,
        assigneeId: [lea, tom, null, null][i]?.userId,
      }),
    ),
  )
  const conversations = [shop.conversation, ...others]
  for (let done = 0; done < commands; done += 200) {
    await expectLive(test, sophie, looking, () =>
      expectLive(test, hugo, looking, () =>
        expectLive(test, lea, looking, () =>
          expectLive(test, tom, looking, async () => {
            for (let round = 0; round < 20; round++)
              await Promise.all(Array.from({ length: 10 }, (_, i) => act(shop, conversations, done + round * 10 + i)))
          }),
        ),
      ),
    )
    await expectCountsExact(shop)
  }
  const log = await logOf(test, workspaceId)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1))
}

/** A mix that is the same each time: what is refused (not theirs, not seen) is part of it. */
async function act(shop: Shop, conversations: { id: string }[], i: number) {
  const { sophie, hugo, lea, tom } = shop
  const person = [sophie, hugo, lea, tom][(i * 7) % 4]!
  const conversation = conversations[(i * 3) % conversations.length]!
  const path = `/inbox/conversations/${conversation.id}`
  const commandId = makeId()
  const ask = asPerson(person)
  const answers = [
    () => receive(shop, { conversation: { is: 'existing', id: conversation.id } }),
    () => ask.post(`${path}/replies`, reply({ conflict: 'anyway' })),
    () => ask.post(`${path}/read`, { commandId, seq: i % 9 }),
    () => ask.put(`${path}/assignee`, { commandId, assigneeId: [lea, tom, hugo, null][(i * 11) % 4]?.userId ?? null }),
    () => ask.post(`${path}/archive`, { commandId }),
    () => ask.post(`${path}/unread`, { commandId }),
    () => ask.post(`${path}/reopen`, { commandId }),
    () => ask.post(`${path}/delete`, { commandId }),
    () => ask.post(`${path}/restore`, { commandId }),
    () =>
      ask.post(`${path}/notes`, {
        commandId,
        noteId: makeId(),
        body: '@Hugo @l’équipe vu.',
        mentions: [
          { startsAt: 0, length: 5, userId: hugo.userId },
          { startsAt: 6, length: 9, userId: null },
        ],
      }),
    () => ask.post('/inbox/notices/seen', { commandId, of: { is: 'all' } }),
    () => ask.put(`${path}/draft`, { kind: 'reply', bodyHtml: `<p>${i}</p>`, baseSeq: 0, version: i % 3 }),
  ]
  const answer = await answers[i % answers.length]!()
  if ('status' in answer) expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
}
