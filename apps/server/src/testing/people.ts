import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import type { Role } from '@comptoir/contract/identity'
import { makeId } from '@comptoir/rules/uuid'
import type { Api } from '../api.ts'
import type { Staff } from '../identity/actor.ts'
import { foundBusiness, oneFoundingAtATime } from '../identity/found-business.ts'
import { hashPassword } from '../identity/passwords.ts'
import type { TestServer } from './open-test-server.ts'
import './to-be-refused.ts'

/** Somebody of a business with an open session; `asPerson` asks in their name. */
export interface Person extends Staff {
  api: Api
  /** The Cookie header of their browser. */
  cookie: string
}

/** Its people by first name, in lower case without accents: { lea: 'delegate' } gives `people.lea`, called Lea. */
export interface SeedInput<Name extends string> {
  business?: string
  people: Record<Name, Role>
}

export interface Seeded<Name extends string> {
  workspaceId: string
  slug: string
  mailbox: { id: string; address: string }
  people: Record<Name, Person>
}

export const password = 'une longue phrase'
let passwordHash: Promise<string> | undefined

/** Makes a business and signs its people in; exactly one of them is its owner. */
export async function seed<Name extends string>(test: TestServer, input: SeedInput<Name>): Promise<Seeded<Name>> {
  const { db, furnishing } = test.server
  const workspaceId = makeId()
  const roles = Object.entries<Role>(input.people)
  const users = await Promise.all(roles.map(async ([name, role]) => ({ ...(await addUser(test, name)), role })))
  const owner = users.find((user) => user.role === 'owner')
  if (!owner) throw new Error('a business has an owner')
  const founded = await inWorkspace(db, workspaceId, async (tx) => {
    await oneFoundingAtATime(tx)
    const founding = {
      workspaceId,
      name: input.business ?? 'Chez Marc',
      locale: 'fr',
      ownerId: owner.userId,
      kind: 'real',
    } as const
    const { slug } = await foundBusiness(db, tx, furnishing, founding)
    for (const { userId, role } of users) {
      if (role !== 'owner') await tx.insertInto('membership').values({ workspaceId, userId, role }).execute()
    }
    const mailbox = await tx.selectFrom('mailbox').select(['id', 'address']).executeTakeFirstOrThrow()
    return { slug, mailbox }
  })
  const people = await Promise.all(
    users.map(async (user) => [user.key, await openSession(test, founded.slug, user.userId)] as const),
  )
  return { workspaceId, ...founded, people: Object.fromEntries(people) as Record<Name, Person> }
}

/** Signs somebody in once more, as on another device. */
export async function openSession(test: TestServer, slug: string, userId: string): Promise<Person> {
  const { sessions } = test.server
  const { token } = await sessions.open(userId, {
    userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
    ip: '127.0.0.1',
  })
  const signedIn = await sessions.validate(token)
  const membership = signedIn?.memberships.find((one) => one.slug === slug)
  if (!signedIn || !membership) throw new Error('they are not in this business')
  const { sessionId, name, email, locale } = signedIn
  const { workspaceId, role } = membership
  const cookie = `${sessions.cookieName}=${token}`
  return { is: 'staff', workspaceId, slug, userId, sessionId, name, email, locale, role, api: test.api, cookie }
}

async function addUser(test: TestServer, key: string) {
  const userId = makeId()
  passwordHash ??= hashPassword(password)
  const name = key.charAt(0).toUpperCase() + key.slice(1)
  const email = `${key}.${userId.slice(-6)}@exemple.example`
  await sql`select create_user(${userId}, ${email}, ${name}, ${await passwordHash}, 'fr')`.execute(
    test.server.db.system,
  )
  return { key, userId }
}
