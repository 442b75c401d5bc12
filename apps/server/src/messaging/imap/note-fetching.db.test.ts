import { expect, test } from 'vitest'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { openShop } from '../../inbox/testing/open-shop.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { eventsHeardBy } from '../../testing/events-heard-by.ts'
import { noteProblem, noteWell } from './note-fetching.ts'

test('a mailbox that cannot be read says so on every screen, once, and that it is well again', async () => {
  const { test, sophie, hugo, looking, server, mailbox, shown } = await openHealth()
  await expectLive(test, hugo, looking, () => noteProblem(server, mailbox, 'timeout', 'No answer'))
  expect(await shown()).toMatchObject({ fetchProblem: 'timeout', fetchDetail: 'No answer', state: 'active' })
  await noteProblem(server, mailbox, 'timeout', 'No answer either')
  await expectLive(test, hugo, looking, () => noteWell(server, mailbox))
  expect(await shown()).toMatchObject({ fetchProblem: null, fetchDetail: null, fetchedAt: expect.any(String) })
  await noteWell(server, mailbox)
  const told = (await eventsHeardBy(sophie)).filter(({ name }) => name === 'messaging.mailbox_changed')
  expect(told).toHaveLength(2)
})

async function openHealth() {
  const shop = await openShop()
  const { server } = shop.test
  return {
    ...shop,
    server,
    mailbox: { workspaceId: shop.workspaceId, id: shop.shop.mailbox.id },
    shown: async () => (await asPerson(shop.sophie).get<MailboxesSlice>('/messaging/mailboxes')).body.mailboxes[0]!,
  }
}
