import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { ChangeSignatureInput, SignaturesSlice } from '@comptoir/contract/signatures'
import type { Staff } from '../identity/actor.ts'
import { allTheStaff } from '../realtime/all-the-staff.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import type { Fact } from '../realtime/record-events.ts'
import { userRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { mailboxesOf, mailboxToChange } from './mailboxes.ts'
import { keepMailboxPictures, keepOwnPictures } from './keep-signature-pictures.ts'
import { sanitizeTemplateHtml } from './sanitize-own-html.ts'

/** What somebody's mails end with: their own signature, and those that mailboxes of the team prescribe. */
export function listSignatures(db: Db, staff: Staff): Promise<SignaturesSlice> {
  const { workspaceId, userId } = staff
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, own, prescribed] = await Promise.all([
      currentSeq(tx, workspaceId),
      tx
        .selectFrom('membership')
        .select('signatureHtml')
        .where('workspaceId', '=', workspaceId)
        .where('userId', '=', userId)
        .executeTakeFirst(),
      mailboxesOf(tx, staff)
        .where('ownerId', 'is', null)
        .where('signatureHtml', '<>', '')
        .select(['id as mailboxId', 'address', 'signatureHtml as html'])
        .orderBy('id')
        .execute(),
    ])
    return { seq, own: own?.signatureHtml ?? '', prescribed }
  })
}

/** What one's own mails end with in this business, from the next one on. */
export function changeOwnSignature(live: Live, staff: Staff, input: ChangeSignatureInput): Promise<{ html: string }> {
  const command = { name: 'messaging.change_own_signature', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const html = sanitizeTemplateHtml(input.html)
    await tx
      .updateTable('membership')
      .set({ signatureHtml: html })
      .where('workspaceId', '=', staff.workspaceId)
      .where('userId', '=', staff.userId)
      .execute()
    await keepOwnPictures(tx, staff, html)
    const rooms = [userRoom(staff.userId)]
    return { result: { html }, facts: [{ name: 'messaging.own_signature_changed', rooms, data: { html } }] }
  })
}

/** What all mails that leave by a mailbox of the team end with, whoever writes them; empty: each has their own. */
export function changeMailboxSignature(
  live: Live,
  staff: Staff,
  mailboxId: string,
  input: ChangeSignatureInput,
): Promise<{ html: string }> {
  const { commandId, ...change } = input
  const command = { name: 'messaging.change_mailbox_signature', commandId, input: { mailboxId, ...change } }
  return runCommand(live, staff, command, async (tx) => {
    const mailbox = await mailboxToChange(tx, staff, mailboxId)
    if (mailbox.ownerId !== null) throw new Refusal('conflict', 'errors.mailbox_signature_own')
    const signatureHtml = sanitizeTemplateHtml(input.html)
    await tx
      .updateTable('mailbox')
      .set({ signatureHtml })
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', mailboxId)
      .execute()
    await keepMailboxPictures(tx, staff, mailboxId, signatureHtml)
    const facts = await signatureFacts(tx, staff.workspaceId, { ...mailbox, signatureHtml })
    return { result: { html: signatureHtml }, facts }
  })
}

/** What everybody hears of the signature a mailbox prescribes, as it now is; only the team's prescribe one. */
export async function signatureFacts(
  tx: Tx,
  workspaceId: string,
  mailbox: { id: string; address: string; ownerId: string | null; signatureHtml: string },
): Promise<Fact[]> {
  const { id: mailboxId, address, ownerId, signatureHtml } = mailbox
  const data = { mailboxId, address, html: ownerId === null ? signatureHtml : '' }
  return [{ name: 'messaging.mailbox_signature_changed', rooms: await allTheStaff(tx, workspaceId), data }]
}
