import type { Installation } from '@comptoir/contract/identity'
import type { ListPage } from '@comptoir/contract/inbox'
import { personOf, type Person } from './person.ts'

/** Three people of the example business, signed in with one click each, and ten of its conversations. */
export async function exampleTeam(url: string): Promise<{ people: Person[]; conversationIds: string[] }> {
  const installation = (await (await fetch(`${url}/api/installation`)).json()) as Installation
  const team = installation.exampleMembers.filter((member) => member.role !== 'delegate').slice(0, 3)
  const people: Person[] = []
  for (const { userId, name, role, slug } of team) {
    const entered = await fetch(`${url}/api/example/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId }),
    })
    if (!entered.ok) throw new Error(`${name} could not enter: ${entered.status}`)
    const cookie = entered.headers.getSetCookie().at(-1)!.split(';')[0]!
    people.push(personOf(url, slug, cookie, { userId, role }, name))
  }
  const page = await people[0]!.get<ListPage>('/inbox/conversations?view=open')
  return { people, conversationIds: page.rows.slice(0, 10).map((row) => row.id) }
}
