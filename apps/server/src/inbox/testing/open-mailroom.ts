import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import type { MessageItem } from '@comptoir/contract/timeline'
import { openTestReceiver } from '../../messaging/testing/test-receiver.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openTestServer, type TestServerOptions } from '../../testing/open-test-server.ts'
import { seed, type Person } from '../../testing/people.ts'

/** A business whose mail comes in by the real receiver. */
export async function openMailroom(options: TestServerOptions = {}) {
  const test = await openTestServer(options)
  const shop = await seed(test, { people: { sophie: 'owner', hugo: 'member', lea: 'delegate' } })
  const mail = await openTestReceiver(test)
  const { sophie, hugo, lea } = shop.people
  return {
    ...shop,
    test,
    sophie,
    hugo,
    lea,
    mail,
    address: shop.mailbox.address,
    inbox: () => inboxOf(sophie),
    async said(conversationId: string) {
      return (await messagesIn(sophie, conversationId)).map(({ text }) => text)
    },
  }
}

export async function inboxOf(person: Person) {
  return (await asPerson(person).get<ListPage>('/inbox/conversations')).body.rows
}

export async function messagesIn(person: Person, conversationId: string): Promise<MessageItem[]> {
  const { body } = await asPerson(person).get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
  return body.items.flatMap((item) => (item.is === 'message' ? item : []))
}
