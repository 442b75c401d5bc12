import { sql } from 'kysely'
import type { LeftAside } from '../messaging/intake.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import type { KnownOfMail } from './look-up-mail.ts'
import type { Filer } from './receive-mail.ts'

/** Automatic answers of one sender in an hour, after which two machines may be answering each other. */
const mostAutomatic = 20

/** Why nobody should be troubled by a mail: its sender is blocked, its own provider calls it spam, or it never ends. */
export async function unwantedMail(
  filer: Filer,
  mail: PreparedMail,
  { isBlocked, sender }: KnownOfMail,
): Promise<LeftAside | null> {
  if (isBlocked) return { outcome: 'spam', problem: 'errors.mail_blocked_sender' }
  // A client is believed against a filter, unless somebody else may be using their name.
  const isTrusted = sender !== null && mail.senderCheck !== 'unverified'
  if (mail.spam !== null && !isTrusted) return { outcome: 'spam', problem: mail.spam }
  if (mail.kind === 'auto-reply' && !mail.isHistory && (await neverEnds(filer, mail)))
    return { outcome: 'to_sort', problem: 'errors.mail_never_ends' }
  return null
}

async function neverEnds({ tx, workspaceId }: Filer, { from }: PreparedMail) {
  const lately = await tx
    .selectFrom('incomingMail')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', sql.lit('auto-reply'))
    .where('sender', '=', from?.address ?? '')
    .where('receivedAt', '>', sql<string>`now() - interval '1 hour'`)
    .limit(mostAutomatic)
    .execute()
  return lately.length === mostAutomatic
}
