import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { SortMailInput } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { storedMail } from '../messaging/incoming-mails.ts'
import { dropAttachments } from '../messaging/keep-attachments.ts'
import { prepareMail, type PreparedMail } from '../messaging/prepare-mail.ts'
import { prepareUnreadable } from '../messaging/prepare-unreadable.ts'
import { setToSort } from '../messaging/set-to-sort.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand } from '../realtime/run-command.ts'
import { isUnreachable } from '../is-unreachable.ts'
import type { Server } from '../server.ts'
import { mailMissing } from './open-to-sort.ts'
import { receiveMail } from './receive-mail.ts'

export interface MailSorted {
  mailId: string
}

type Parts = Pick<Server, 'live' | 'files' | 'secretKey'>

/** A person decides about a mail nobody could place: a client's conversation, aside, or back when that was a mistake. */
export async function sortMail(parts: Parts, staff: Staff, mailId: string, input: SortMailInput): Promise<MailSorted> {
  const { live, files } = parts
  const { workspaceId } = staff
  const { commandId, to } = input
  const isFiling = to.is === 'sender' || to.is === 'client'
  const mail = isFiling ? await prepared(parts, workspaceId, mailId) : null
  let isFiled = false
  const drop = () => dropAttachments(files, workspaceId, mail?.attachments ?? [])
  const command = { name: 'inbox.sort_mail', commandId, input: { mailId, to } }
  const sorted = await runCommand(live, staff, command, async (tx) => {
    const result = { mailId }
    if (to.is === 'back') {
      await lockIn(tx, workspaceId, mailId, 'set_aside')
      return { result, facts: await setToSort(tx, workspaceId, mailId, {}) }
    }
    await lockIn(tx, workspaceId, mailId, 'to_sort')
    const sorted: Fact = { name: 'messaging.mail_sorted', rooms: [teamRoom(workspaceId)], data: { mailId } }
    if (to.is === 'aside') {
      await setState(tx, workspaceId, mailId, 'set_aside')
      return { result, facts: [sorted] }
    }
    if (!mail) throw mailMissing()
    const filing = await receiveMail(tx, workspaceId, mail, to)
    if (filing.outcome === 'to_sort') throw new Error('a person decided, yet it was not filed')
    await setState(tx, workspaceId, mailId, 'filed')
    isFiled = true
    return { result, facts: [...filing.facts, sorted], ...(filing.clientId && { clientId: filing.clientId }) }
  }).catch(async (error: unknown) => {
    // A connection lost while committing may have committed.
    if (!isUnreachable(error)) await drop()
    throw error
  })
  if (!isFiled) await drop()
  return sorted
}

/** Null when it does not wait any more; a command sent twice still finds its answer. */
async function prepared(
  { live, files, secretKey }: Parts,
  workspaceId: string,
  mailId: string,
): Promise<PreparedMail | null> {
  const stored = await inWorkspace(live.db, workspaceId, (tx) => storedMail(tx, workspaceId, mailId, 'to_sort'))
  if (!stored) return null
  return (await prepareMail({ files, secretKey }, workspaceId, stored)) ?? prepareUnreadable(files, workspaceId, stored)
}

async function lockIn(tx: Tx, workspaceId: string, mailId: string, state: 'to_sort' | 'set_aside') {
  const row = await tx
    .selectFrom('incomingMail')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailId)
    .where('state', '=', state)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw mailMissing()
}

async function setState(tx: Tx, workspaceId: string, mailId: string, state: 'filed' | 'set_aside') {
  await tx
    .updateTable('incomingMail')
    .set({ state })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailId)
    .execute()
}
