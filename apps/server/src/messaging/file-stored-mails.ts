import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import { isUnreachable } from '../is-unreachable.ts'
import type { Fact } from '../realtime/record-events.ts'
import { runWork } from '../realtime/run-command.ts'
import type { MailKind } from './classify-mail.ts'
import type { Filing } from './intake.ts'
import { dropAttachments } from './keep-attachments.ts'
import type { PreparedMail } from './prepare-mail.ts'
import { setToSort } from './set-to-sort.ts'
import type { IntakeParts } from './start-intake.ts'

/** A stored mail that was read; what cannot be read is left to a person, with the sentence that says why. */
export interface MailToFile {
  id: string
  mail: PreparedMail | { problem: string }
}

/**
 * Files stored mails once, in this order, whatever happens: what they say and the change of their states are one
 * transaction. `held`: another node has one of them in hand, and those after it wait.
 */
export async function fileStoredMails(
  parts: IntakeParts,
  workspaceId: string,
  mails: MailToFile[],
): Promise<'done' | 'held'> {
  const filed = await fileTogether(parts, workspaceId, mails).catch(async (error: unknown) => {
    // A connection lost while committing may have committed: bytes too many do no harm, bytes too few do.
    if (!isUnreachable(error)) await dropMails(parts, workspaceId, mails)
    throw error
  })
  const unused = mails.filter(({ id }) => filed.get(id) !== 'kept')
  await dropMails(parts, workspaceId, unused)
  return filed.size === mails.length ? 'done' : 'held'
}

/** By mail, whether what is attached to it was kept; those that are not named wait. */
function fileTogether({ live, openInbox }: IntakeParts, workspaceId: string, mails: MailToFile[]) {
  return runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
    const attachments = new Map<string, 'kept' | 'dropped'>()
    const facts: Fact[] = []
    const fileMail = await openInbox(tx, workspaceId)
    const standing = await lockStored(
      tx,
      workspaceId,
      mails.map(({ id }) => id),
    )
    for (const { id, mail } of mails) {
      const held = standing.get(id)
      if (held === 'held') break
      attachments.set(id, 'dropped')
      if (held !== 'ours') continue
      if ('problem' in mail) {
        facts.push(...(await setToSort(tx, workspaceId, id, 'to_sort', mail)))
        continue
      }
      const filing = await fileMail(mail, { is: 'by-itself' })
      const about = filing.outcome === 'filed' ? filing : null
      const noted = await noteFiling(tx, workspaceId, mail, filing)
      facts.push(...noted.map((fact) => ({ ...fact, clientId: fact.clientId ?? about?.clientId ?? null })))
      if (about) attachments.set(id, about.attachments)
    }
    return { result: attachments, facts }
  })
}

async function noteFiling(tx: Tx, workspaceId: string, mail: PreparedMail, filing: Filing): Promise<Fact[]> {
  const { subject, kind, identityHash } = mail
  const seen = { subject, kind, sender: mail.from?.address ?? '' }
  if (filing.outcome !== 'filed')
    return setToSort(tx, workspaceId, mail.id, filing.outcome, { ...seen, problem: filing.problem })
  const { how: outcome, conversationId, messageId } = filing
  await writeFiled(tx, { workspaceId, id: mail.id, ...seen, identityHash, outcome, conversationId, messageId })
  return filing.facts
}

interface FiledMail {
  workspaceId: string
  id: string
  subject: string
  kind: MailKind
  sender: string
  identityHash: Buffer
  outcome: 'new' | 'threaded' | 'duplicate'
  conversationId: string
  messageId: string | null
}

const writeFiled = writeOnce(
  (_, m: FiledMail) => sql`
    update incoming_mail
    set state = 'filed', subject = ${m.subject}, kind = ${m.kind}, sender = ${m.sender},
        identity_hash = ${m.identityHash}, outcome = ${m.outcome}, conversation_id = ${m.conversationId},
        message_id = ${m.messageId}
    where workspace_id = ${m.workspaceId} and id = ${m.id}`,
)

/** Locks those that are still stored; of the others, which another has in hand. The rest was filed before. */
async function lockStored(tx: Tx, workspaceId: string, ids: string[]): Promise<Map<string, 'ours' | 'held'>> {
  const stored = () =>
    tx
      .selectFrom('incomingMail')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', ids)
      .where('state', '=', 'stored')
  const ours = new Set((await stored().orderBy('id').forUpdate().skipLocked().execute()).map(({ id }) => id))
  const all = ours.size === ids.length ? ids : (await stored().execute()).map(({ id }) => id)
  return new Map(all.map((id) => [id, ours.has(id) ? 'ours' : 'held']))
}

/** Takes away what was read of mails that are not filed now. */
export async function dropMails({ files }: Pick<IntakeParts, 'files'>, workspaceId: string, mails: MailToFile[]) {
  for (const { mail } of mails) {
    if (!('problem' in mail)) await dropAttachments(files, workspaceId, mail.attachments)
  }
}
