import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { SortMailInput } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { mayHaveCommitted } from '../may-have-committed.ts'
import { senderBlocked, senderUnblocked, unblocked } from '../messaging/block-sender.ts'
import { stateOf, storedMail, type WaitingState } from '../messaging/incoming-mails.ts'
import { dropAttachments } from '../messaging/keep-attachments.ts'
import { prepareMail, type PreparedMail } from '../messaging/prepare-mail.ts'
import { prepareUnreadable } from '../messaging/prepare-unreadable.ts'
import { setToSort } from '../messaging/set-to-sort.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Done } from '../realtime/run-command.ts'
import type { Server } from '../server.ts'
import { mailMissing } from './open-to-sort.ts'
import { ownMailboxes } from './own-mailboxes.ts'
import { openInbox } from './receive-mail.ts'

export interface MailSorted {
  mailId: string
  /** What calling it spam changed besides, for who takes that back. */
  calledSpam?: CalledSpam
}

interface CalledSpam {
  /** Why it waited. */
  problem: string | null
  /** Null where the sender was blocked before. */
  blocked: string | null
}

type Parts = Pick<Server, 'live' | 'files' | 'secretKey'>
type Destination = SortMailInput['to']
type Filing = Extract<Destination, { is: 'sender' | 'client' }>

/** A person decides about a mail in a bin: a client's conversation, among spam, aside, or back after a mistake. */
export async function sortMail(parts: Parts, staff: Staff, mailId: string, input: SortMailInput): Promise<MailSorted> {
  const { commandId, to } = input
  const command = { name: 'inbox.sort_mail', commandId, input: { mailId, to } }
  if (to.is === 'sender' || to.is === 'client') return fileSorted(parts, staff, mailId, command, to)
  return runCommand(parts.live, staff, command, (tx) => leave(tx, staff, mailId, to))
}

async function leave(
  tx: Tx,
  staff: Staff,
  mailId: string,
  to: Exclude<Destination, Filing>,
): Promise<Done<MailSorted>> {
  const { workspaceId } = staff
  const result = { mailId }
  if (to.is === 'back') {
    if (to.undoes) return { result, facts: await leaveSpam(tx, staff, mailId, to.undoes) }
    await lockIn(tx, workspaceId, mailId, ['set_aside'])
    return { result, facts: await setToSort(tx, workspaceId, mailId, stateOf[to.bin], {}) }
  }
  if (to.is === 'aside') {
    await lockIn(tx, workspaceId, mailId, waiting)
    await tx
      .updateTable('incomingMail')
      .set({ state: 'set_aside' })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', mailId)
      .execute()
    return { result, facts: [sorted(workspaceId, mailId)] }
  }
  const { sender, problem } = await lockIn(tx, workspaceId, mailId, ['to_sort'])
  const facts = await setToSort(tx, workspaceId, mailId, 'spam', { problem: 'errors.mail_called_spam' })
  // Whoever forged our own address is not met by blocking it.
  const isOwn = sender !== null && (await ownMailboxes(tx, workspaceId)).has(sender)
  const blocking = sender && !isOwn ? await senderBlocked(tx, staff, sender) : []
  const calledSpam = { problem, blocked: blocking.length > 0 ? sender : null }
  return { result: { mailId, calledSpam }, facts: [...facts, ...blocking] }
}

/** As it was before somebody called it spam: it waits for the same reason, and whom that blocked is heard again. */
async function leaveSpam(tx: Tx, staff: Staff, mailId: string, undoneId: string): Promise<Fact[]> {
  const { workspaceId } = staff
  await lockIn(tx, workspaceId, mailId, ['spam'])
  const undone = await tx
    .selectFrom('command')
    .select('result')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', undoneId)
    .where('name', '=', 'inbox.sort_mail')
    .executeTakeFirst()
  const done = undone?.result as MailSorted | null | undefined
  if (done?.mailId !== mailId || !done.calledSpam) throw mailMissing()
  const { problem, blocked } = done.calledSpam
  const facts = await setToSort(tx, workspaceId, mailId, 'to_sort', problem === null ? {} : { problem })
  return blocked === null ? facts : [...facts, ...(await unblocked(tx, staff, [blocked]))]
}

async function fileSorted(
  parts: Parts,
  staff: Staff,
  mailId: string,
  command: Parameters<typeof runCommand>[2],
  to: Filing,
): Promise<MailSorted> {
  const { workspaceId } = staff
  const mail = await prepared(parts, workspaceId, mailId)
  let attachments: 'kept' | 'dropped' = 'dropped'
  const drop = () => dropAttachments(parts.files, workspaceId, mail?.attachments ?? [])
  const done = await runCommand(parts.live, staff, command, async (tx): Promise<Done<MailSorted>> => {
    const { state } = await lockIn(tx, workspaceId, mailId, waiting)
    if (!mail) throw mailMissing()
    const filing = await (await openInbox(tx, workspaceId))(mail, to)
    if (filing.outcome !== 'filed') throw new Error('a person decided, yet it was not filed')
    const { conversationId, messageId, how: outcome } = filing
    await tx
      .updateTable('incomingMail')
      .set({ state: 'filed', outcome, conversationId, messageId })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', mailId)
      .execute()
    // What was no spam says something of its sender.
    const heard = state === 'spam' && mail.from ? await senderUnblocked(tx, staff, mail.from.address) : []
    attachments = filing.attachments
    const facts = [...filing.facts, ...heard, sorted(workspaceId, mailId)]
    return { result: { mailId }, facts, ...(filing.clientId && { clientId: filing.clientId }) }
  }).catch(async (error: unknown) => {
    // A connection lost while committing may have committed.
    if (!mayHaveCommitted(error)) await drop()
    throw error
  })
  if (attachments === 'dropped') await drop()
  return done
}

/** Null when it does not wait any more; a command sent twice still finds its answer. */
async function prepared(
  { live, files, secretKey }: Parts,
  workspaceId: string,
  mailId: string,
): Promise<PreparedMail | null> {
  const stored = await inWorkspace(live.db, workspaceId, (tx) => storedMail(tx, workspaceId, mailId))
  if (!stored) return null
  return (await prepareMail({ files, secretKey }, workspaceId, stored)) ?? prepareUnreadable(files, workspaceId, stored)
}

const waiting: WaitingState[] = ['to_sort', 'spam']

async function lockIn(tx: Tx, workspaceId: string, mailId: string, states: (WaitingState | 'set_aside')[]) {
  const row = await tx
    .selectFrom('incomingMail')
    .select(['state', 'sender', 'problem'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailId)
    .where('state', 'in', states)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw mailMissing()
  return row
}

function sorted(workspaceId: string, mailId: string): Fact {
  return { name: 'messaging.mail_sorted', rooms: [teamRoom(workspaceId)], data: { mailId } }
}
