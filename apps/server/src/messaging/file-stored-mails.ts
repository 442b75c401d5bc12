import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { askTogether, type Together } from '@comptoir/db/ask-together'
import { mayHaveCommitted } from '../may-have-committed.ts'
import type { Fact } from '../realtime/record-events.ts'
import { runWork } from '../realtime/run-command.ts'
import type { MailKind } from './classify-mail.ts'
import type { FileMail, Filing } from './intake.ts'
import { dropAttachments } from './keep-attachments.ts'
import { makeWaves } from './make-waves.ts'
import type { PreparedMail } from './prepare-mail.ts'
import { setToSort } from './set-to-sort.ts'
import type { IntakeParts } from './start-intake.ts'

/** A stored mail that was read; what cannot be read is left to a person, with the sentence that says why. */
export interface MailToFile {
  id: string
  mail: PreparedMail | { problem: string }
}

/**
 * Files stored mails once, in their order, whatever happens: what they say and the change of their states are one
 * transaction. `held`: another node has one of them in hand, and those after it wait.
 */
export async function fileStoredMails(
  parts: IntakeParts,
  workspaceId: string,
  mails: MailToFile[],
): Promise<'done' | 'held'> {
  const filed = await fileTogether(parts, workspaceId, mails).catch(async (error: unknown) => {
    // A connection lost while committing may have committed: bytes too many do no harm, bytes too few do.
    if (!mayHaveCommitted(error)) await dropMails(parts, workspaceId, mails)
    throw error
  })
  const unused = mails.filter(({ id }) => filed.get(id) !== 'kept')
  await dropMails(parts, workspaceId, unused)
  return filed.size === mails.length ? 'done' : 'held'
}

/** By mail, whether what is attached to it was kept; those that are not named wait. */
function fileTogether({ live, openInbox }: IntakeParts, workspaceId: string, mails: MailToFile[]) {
  return runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
    const fileMail = await openInbox(tx, workspaceId)
    const standing = await lockStored(
      tx,
      workspaceId,
      mails.map(({ id }) => id),
    )
    const firstHeld = mails.findIndex(({ id }) => standing.get(id) === 'held')
    const ready = firstHeld < 0 ? mails : mails.slice(0, firstHeld)
    const done = new Map<string, Done>(ready.map(({ id }) => [id, { attachments: 'dropped', facts: [] }]))
    for (const wave of makeWaves(ready.filter(({ id }) => standing.get(id) === 'ours'))) {
      // All of them to their end: what is still asked after a failure would reach another transaction.
      const filed = await Promise.allSettled(
        wave.map(async (one) => done.set(one.id, await fileOne(tx, workspaceId, fileMail, one))),
      )
      const failed = filed.find((one) => one.status === 'rejected')
      if (failed) throw failed.reason
    }
    const attachments = new Map([...done].map(([id, one]) => [id, one.attachments]))
    return { result: attachments, facts: [...done.values()].flatMap(({ facts }) => facts) }
  })
}

interface Done {
  attachments: 'kept' | 'dropped'
  facts: Fact[]
}

async function fileOne(tx: Tx, workspaceId: string, fileMail: FileMail, { id, mail }: MailToFile): Promise<Done> {
  if ('problem' in mail) return { attachments: 'dropped', facts: await setToSort(tx, workspaceId, id, 'to_sort', mail) }
  const filing = await fileMail(mail, { is: 'by-itself' })
  const { attachments, clientId } =
    filing.outcome === 'filed' ? filing : ({ attachments: 'dropped', clientId: null } as const)
  const facts = await noteFiling(tx, workspaceId, mail, filing)
  return { attachments, facts: facts.map((fact) => ({ ...fact, clientId: fact.clientId ?? clientId })) }
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

const writeFiled = askTogether(
  (_, all: Together<FiledMail>) => sql<{ n: number }>`
    with filed as (
      update incoming_mail i
      set state = 'filed', subject = a.subject, kind = a.kind, sender = a.sender, identity_hash = a.identity_hash,
          outcome = a.outcome, conversation_id = a.conversation_id, message_id = a.message_id
      from json_to_recordset(${all.rows}::json) as a (
        workspace_id uuid, id uuid, subject text, kind text, sender text, identity_hash bytea, outcome text,
        conversation_id uuid, message_id uuid)
      where i.workspace_id = a.workspace_id and i.id = a.id and i.id = any (${all.id}::uuid[])
    )
    select 0 as n where false`,
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
