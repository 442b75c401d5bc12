import { sql } from 'kysely'
import { readWorkspace, type Db } from '@comptoir/db/db'
import { viewingHours, viewingMark } from '@comptoir/contract/viewing'
import type { Staff } from './actor.ts'
import { mayView } from './may-view.ts'
import type { SignedIn } from './sessions.ts'

/** Who acts at this address of a business: whoever is signed in, or whoever they look at it as; null for a stranger. */
export async function staffAt(db: Db, signedIn: SignedIn, address: string): Promise<Staff | null> {
  const [slug = '', viewingId] = address.split(viewingMark)
  const self = staffIn(signedIn, slug)
  return self && viewingId !== undefined ? viewedBy(db, self, viewingId) : self
}

/** The member a viewing shows, read anew each time: they may have gone, and the viewer may be an admin no more. */
async function viewedBy(db: Db, viewer: Staff, viewingId: string): Promise<Staff | null> {
  const { workspaceId, slug, sessionId, locale } = viewer
  const found = await readWorkspace(db, workspaceId, (tx) =>
    tx
      .selectFrom('viewing as v')
      .innerJoin('membership as m', (join) =>
        join.onRef('m.workspaceId', '=', 'v.workspaceId').onRef('m.userId', '=', 'v.memberId'),
      )
      .innerJoin('appUser as u', 'u.id', 'm.userId')
      .select(['m.userId', 'm.role', 'u.name', 'u.email'])
      .select(timeLeft)
      .where('v.workspaceId', '=', workspaceId)
      // What is no id at all is compared as text, and is nobody's.
      .where(sql<boolean>`v.id::text = ${viewingId}`)
      .where('v.viewerId', '=', viewer.userId)
      .where('v.endedAt', 'is', null)
      .where(sql<boolean>`v.began_at > now() - make_interval(hours => ${viewingHours})`)
      .where('m.disabledAt', 'is', null)
      .executeTakeFirst(),
  )
  if (!found) return null
  const { leftMs, ...member } = found
  if (!mayView(viewer, member)) return null
  const through = { userId: viewer.userId, viewingId, leftMs }
  return { is: 'staff', workspaceId, slug, sessionId, locale, ...member, viewer: through }
}

const timeLeft = sql<number>`
  (1000 * extract(epoch from v.began_at + make_interval(hours => ${viewingHours}) - now()))::float8`.as('leftMs')

/** What somebody signed in is in one workspace, or null. */
function staffIn(signedIn: SignedIn, slug: string): Staff | null {
  const membership = signedIn.memberships.find((one) => one.slug === slug)
  if (!membership) return null
  const { userId, sessionId, name, email, locale } = signedIn
  const { workspaceId, role } = membership
  return { is: 'staff', workspaceId, slug, role, userId, sessionId, name, email, locale }
}
