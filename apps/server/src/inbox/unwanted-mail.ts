import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { LeftAside } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'

/** Automatic mails of one sender in an hour, after which two machines may be answering each other. */
const mostAutomatic = 20

/** Why nobody should be troubled by a mail: its sender is blocked, its own provider calls it spam, or it never ends. */
export async function unwantedMail(tx: Tx, workspaceId: string, mail: PreparedMail): Promise<LeftAside | null> {
  if (!mail.from) return null
  const { address } = mail.from
  if (await isBlocked(tx, workspaceId, address)) return { outcome: 'spam', problem: 'errors.mail_blocked_sender' }
  if (mail.spam !== null && !(await isTrusted(tx, workspaceId, mail))) return { outcome: 'spam', problem: mail.spam }
  if (mail.automation !== 'none' && !mail.isHistory && (await neverEnds(tx, workspaceId, address)))
    return { outcome: 'to_sort', problem: 'errors.mail_never_ends' }
  return null
}

async function isBlocked(tx: Tx, workspaceId: string, address: string) {
  const domain = address.slice(address.lastIndexOf('@'))
  const blocked = await tx
    .selectFrom('blockedSender')
    .select('address')
    .where('workspaceId', '=', workspaceId)
    .where('address', 'in', [address, domain])
    .executeTakeFirst()
  return blocked !== undefined
}

/** A client who was written to is believed against a filter, unless somebody else may be using their name. */
async function isTrusted(tx: Tx, workspaceId: string, { from, senderCheck }: PreparedMail) {
  if (senderCheck === 'unverified') return false
  const known = await tx
    .selectFrom('contactPoint')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', 'email')
    .where('normalised', '=', from!.address)
    .executeTakeFirst()
  return known !== undefined
}

async function neverEnds(tx: Tx, workspaceId: string, address: string) {
  const lately = await tx
    .selectFrom('incomingMail')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('sender', '=', address)
    .where('receivedAt', '>', sql<string>`now() - interval '1 hour'`)
    .where('state', '=', sql.lit('filed'))
    .limit(mostAutomatic)
    .execute()
  return lately.length === mostAutomatic
}
