import type { Installation } from '@comptoir/contract/identity'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import type { SandboxMail, SandboxPage } from '@comptoir/contract/messaging'
import { vi } from 'vitest'
import { personOf, type Person } from './person.ts'

/** Three people at the counter of the example business, and ten of its conversations. */
export interface Counter {
  people: Person[]
  places: Place[]
  mailPort: number
  mailAddress: string
}

/** A conversation that everybody has open. */
export interface Place {
  conversationId: string
  clientId: string
  /** A letter of it in the post office, which its client may answer. */
  deliveryId: string
}

/** Joëlle, Vincent and Nadia sign in with one click each. */
export async function openCounter(url: string, mailPort: number): Promise<Counter> {
  const { exampleMembers } = (await (await fetch(`${url}/api/installation`)).json()) as Installation
  const team = exampleMembers.filter((member) => member.role !== 'delegate').slice(0, 3)
  const people = await Promise.all(
    team.map(async ({ userId, name, role, slug }) =>
      personOf(url, slug, await cookieOf(url, userId), { userId, role }, name),
    ),
  )
  const owner = people[0]!
  const { mailboxes } = await owner.get<MailboxesSlice>('/messaging/mailboxes')
  return { people, places: await placesOf(owner), mailPort, mailAddress: mailboxes[0]!.address }
}

async function cookieOf(url: string, userId: string): Promise<string> {
  const entered = await fetch(`${url}/api/example/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId }),
  })
  if (!entered.ok) throw new Error(`the example could not be entered: ${entered.status}`)
  return entered.headers.getSetCookie().at(-1)!.split(';')[0]!
}

async function placesOf(owner: Person): Promise<Place[]> {
  const letters = await vi.waitFor(async () => {
    const found = await lettersOf(owner)
    if (found.size < 10) throw new Error(`only ${found.size} conversations have a letter in the post office`)
    return [...found.values()].slice(0, 10)
  }, 30_000)
  return Promise.all(
    letters.map(async ({ conversationId, deliveryId }) => {
      const { client } = await owner.get<OpenedConversation>(`/inbox/conversations/${conversationId}`)
      return { conversationId, deliveryId, clientId: client.id }
    }),
  )
}

/** One letter of each conversation. */
async function lettersOf(owner: Person): Promise<Map<string, SandboxMail>> {
  const { mails } = await owner.get<SandboxPage>('/messaging/sandbox')
  return new Map(mails.map((mail) => [mail.conversationId, mail]))
}
