import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { addClient } from '../clients/add-client.ts'
import { addClientNote } from '../clients/change-notes.ts'
import { tagClient } from '../clients/tag-client.ts'
import type { Config } from '../config.ts'
import type { Staff } from '../identity/actor.ts'
import { foundBusiness, oneFoundingAtATime, type Furnishing } from '../identity/found-business.ts'
import type { Live } from '../realtime/run-command.ts'
import { changeWorkspace } from '../settings/change-workspace.ts'
import { backdate } from './backdate.ts'
import { furnishReplies } from './furnish-replies.ts'
import { business, exampleClients, staff as people, type ExampleClient } from './people.ts'
import { planStories } from './plan-stories.ts'
import { tellStory, type ClientTold } from './tell-story.ts'

export interface ExampleParts {
  config: Config
  live: Live
  furnishing: Furnishing
  delivery: { wake(): void }
}

/** Makes the example business as people would have: every client, message and note by its command. */
export async function makeExample({ live, furnishing, delivery }: ExampleParts): Promise<void> {
  const team = await openBusiness(live.db, furnishing)
  await sayPhone(live, team[0]!)
  await furnishReplies(live, team)
  const clients = await addClients(live, team[0]!)
  const times: { id: string; at: Date }[] = []
  for (const plan of planStories(clients, new Date())) times.push(...(await tellStory(live, team, plan)))
  await backdate(live, team[0]!.workspaceId, times)
  delivery.wake()
}

/** The workspace and its people; nobody has a password, one click signs in. */
async function openBusiness(db: Db, furnishing: Furnishing): Promise<Staff[]> {
  const workspaceId = makeId()
  const userIds: string[] = []
  for (const { name, email, locale } of people) {
    const userId = makeId()
    await sql`select create_user(${userId}, ${email}, ${name}, null, ${locale})`.execute(db.system)
    userIds.push(userId)
  }
  const founding = { workspaceId, name: business.name, locale: 'fr', ownerId: userIds[0]!, kind: 'example' } as const
  const { slug } = await inWorkspace(db, workspaceId, async (tx) => {
    await oneFoundingAtATime(tx)
    const founded = await foundBusiness(db, tx, furnishing, founding)
    const others = people.slice(1).map(({ role }, i) => ({ workspaceId, userId: userIds[i + 1]!, role }))
    await tx.insertInto('membership').values(others).execute()
    return founded
  })
  return people.map((person, i) => ({ is: 'staff', workspaceId, slug, userId: userIds[i]!, sessionId: '', ...person }))
}

async function sayPhone(live: Live, owner: Staff) {
  const { name, phone } = business
  await changeWorkspace(live, owner, { commandId: makeId(), name, locale: 'fr', timeZone: 'Europe/Paris', phone })
}

async function addClients(live: Live, owner: Staff): Promise<ClientTold[]> {
  const told: ClientTold[] = []
  for (const example of exampleClients()) told.push(await addOne(live, owner, example))
  return told
}

async function addOne(live: Live, owner: Staff, { tags, note, ...fields }: ExampleClient): Promise<ClientTold> {
  const id = makeId()
  await addClient(live, owner, { commandId: makeId(), id, ...fields })
  if (tags.length > 0) await tagClient(live, owner, id, { commandId: makeId(), tags })
  if (note) await addClientNote(live, owner, id, { commandId: makeId(), id: makeId(), body: note })
  return { id, name: fields.name, email: fields.emails[0]! }
}
