import type { Tx } from '@comptoir/db/db'
import { inWorkspace } from '@comptoir/db/db'
import { isUnreachable } from '../is-unreachable.ts'
import { runWork } from '../realtime/run-command.ts'
import { storedMail } from './incoming-mails.ts'
import { dropAttachments } from './keep-attachments.ts'
import { prepareMail, type PreparedMail } from './prepare-mail.ts'
import { setToSort } from './set-to-sort.ts'
import type { IntakeParts } from './start-intake.ts'

type Outcome = 'filed' | 'to_sort' | 'already' | 'held'

/**
 * Files one stored mail once, whatever happens: what it says and the change of its state are one transaction.
 * `held`: another node has it in hand.
 */
export async function fileStoredMail(parts: IntakeParts, workspaceId: string, mailId: string): Promise<Outcome> {
  const { live, files } = parts
  const stored = await inWorkspace(live.db, workspaceId, (tx) => storedMail(tx, workspaceId, mailId, 'stored'))
  if (!stored) return 'already'
  const prepared = await prepareMail(parts, workspaceId, stored)
  if (!prepared) return giveUp(parts, workspaceId, mailId, 'errors.mail_unreadable')
  const outcome = await fileOnce(parts, workspaceId, prepared).catch(async (error: unknown) => {
    // A connection lost while committing may have committed: bytes too many do no harm, bytes too few do.
    if (!isUnreachable(error)) await dropAttachments(files, workspaceId, prepared.attachments)
    throw error
  })
  if (outcome !== 'filed') await dropAttachments(files, workspaceId, prepared.attachments)
  return outcome
}

/** Leaves the mail to a person, with the key of the sentence that says why. */
export function giveUp({ live }: IntakeParts, workspaceId: string, mailId: string, problem: string): Promise<Outcome> {
  return runWork(live, system(workspaceId), async (tx) => {
    const held = await lockStored(tx, workspaceId, mailId)
    if (held !== 'ours') return { result: held, facts: [] }
    return { result: 'to_sort', facts: await setToSort(tx, workspaceId, mailId, { problem }) }
  })
}

function fileOnce({ live, receive }: IntakeParts, workspaceId: string, mail: PreparedMail): Promise<Outcome> {
  return runWork(live, system(workspaceId), async (tx) => {
    const held = await lockStored(tx, workspaceId, mail.id)
    if (held !== 'ours') return { result: held, facts: [] }
    const seen = { subject: mail.subject, sender: mail.from?.address ?? '' }
    const filing = await receive(tx, workspaceId, mail, { is: 'by-itself' })
    if (filing.outcome === 'to_sort') {
      const facts = await setToSort(tx, workspaceId, mail.id, { ...seen, problem: filing.problem })
      return { result: 'to_sort', facts }
    }
    await tx
      .updateTable('incomingMail')
      .set({ state: 'filed', ...seen })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', mail.id)
      .execute()
    return { result: 'filed', facts: filing.facts, ...(filing.clientId && { clientId: filing.clientId }) }
  })
}

async function lockStored(tx: Tx, workspaceId: string, mailId: string): Promise<'ours' | 'already' | 'held'> {
  const mine = (locked: boolean) =>
    tx
      .selectFrom('incomingMail')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', mailId)
      .where('state', '=', 'stored')
      .$if(locked, (query) => query.forUpdate().skipLocked())
      .executeTakeFirst()
  if (await mine(true)) return 'ours'
  return (await mine(false)) ? 'held' : 'already'
}

function system(workspaceId: string) {
  return { is: 'system', workspaceId, cause: 'mail' } as const
}
