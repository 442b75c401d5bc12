import type { Tx } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Filed, Filing, FilingChoice, LeftAside, OpenInbox } from '../messaging/intake.ts'
import { insertAttachments } from '../messaging/keep-attachments.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'
import { besideOfMail } from './forwarding/beside-of-mail.ts'
import { addEntry } from './add-entry.ts'
import { clientOfMail, useAddress } from './client-of-mail.ts'
import { lookUpMail, type KnownOfMail } from './look-up-mail.ts'
import { isPartNamedLater } from './merging/named-later.ts'
import { noteBounce } from './note-bounce.ts'
import { noteComplaint } from './note-complaint.ts'
import { noteKnownMail } from './note-known-mail.ts'
import { noteSentElsewhere } from './note-sent-elsewhere.ts'
import { ownMailboxes, type OwnMailboxes } from './own-mailboxes.ts'
import { receiveMessage, type Received, type ReceivedDone } from './receive-message.ts'
import { saidIn } from './said-in.ts'
import { unwantedMail } from './unwanted-mail.ts'

/** The transaction that files some mails, and what all of them need. */
export interface Filer {
  tx: Tx
  workspaceId: string
  own: OwnMailboxes
}

/** Decides what becomes of each mail, and does it: said in a conversation, known already, or left to a person. */
export const openInbox: OpenInbox = async (tx, workspaceId) => {
  const filer = { tx, workspaceId, own: await ownMailboxes(tx, workspaceId) }
  return async (mail, choice) => {
    const known = await lookUpMail(tx, workspaceId, mail)
    const said = await noteKnownMail(filer, mail, known)
    if (said) return said
    if (choice.is !== 'by-itself') return fileAsNew(filer, mail, known, choice)
    return (
      (await noteSentElsewhere(filer, mail)) ??
      (await unwantedMail(filer, mail, known)) ??
      (await reportOf(filer, mail)) ??
      unplaceable(filer, mail) ??
      (await fileIntoKnown(filer, mail, known)) ??
      fileAsNew(filer, mail, known, choice)
    )
  }
}

async function reportOf({ tx, workspaceId }: Filer, mail: PreparedMail): Promise<Filing | null> {
  if (mail.kind === 'bounce') return (await noteBounce(tx, workspaceId, mail)) ?? toSort('errors.mail_bounce_unknown')
  if (mail.kind !== 'complaint') return null
  return (await noteComplaint(tx, workspaceId, mail)) ?? toSort('errors.mail_complaint')
}

function unplaceable({ own }: Filer, { from }: PreparedMail): LeftAside | null {
  if (!from) return toSort('errors.mail_without_sender')
  return own.has(from.address) ? toSort('errors.mail_own_address') : null
}

/** A mail that names one of our conversations by our signed address, or by a mail of it. */
async function fileIntoKnown(filer: Filer, mail: PreparedMail, known: KnownOfMail): Promise<Filing | null> {
  const where = await placeOf(filer, mail, known)
  if (!where) return null
  const used = mail.from && useAddress(filer, where.clientId, mail.from.address)
  const conversation = { is: 'existing', id: where.id } as const
  const { tx, workspaceId } = filer
  const beside = where.hasOutsiders
    ? await besideOfMail(tx, {
        workspaceId,
        conversationId: where.id,
        people: mail.from ? [mail.from.address] : [],
        references: mail.references,
      })
    : null
  const [said] = await Promise.all([say(filer, mail, { ...where, conversation, beside }), used])
  return filed('threaded', said, [])
}

/** Our address names the conversation it left from; what was split off that since is named by its mails alone. */
async function placeOf({ tx, workspaceId }: Filer, mail: PreparedMail, { answered, referred }: KnownOfMail) {
  if (!answered || !referred || answered.id === referred.id) return answered ?? referred
  const ids = { partId: referred.id, thanId: answered.id }
  return (await isPartNamedLater(tx, workspaceId, mail.references, ids)) ? referred : answered
}

async function fileAsNew(filer: Filer, mail: PreparedMail, known: KnownOfMail, choice: FilingChoice): Promise<Filing> {
  const client = await clientOfMail(filer, mail.from, known, choice)
  const { subject, mailboxId } = mail
  const assigneeId = filer.own.ownerOf(mailboxId)?.userId ?? null
  const conversation = { is: 'new', clientId: client.id, subject, mailboxId, assigneeId, source: 'email' } as const
  const used = mail.from && useAddress(filer, client.id, mail.from.address)
  const [said] = await Promise.all([
    say(filer, mail, { conversation, clientId: client.id, clientName: client.name }),
    used,
  ])
  if (known.related) await pointTo(filer, known.related, said.conversationId)
  return filed('new', said, client.facts)
}

/** A person can tell whether two conversations are one matter. Nobody has the new one open yet, to hear of it. */
async function pointTo({ tx, workspaceId }: Filer, related: { id: string; subject: string }, conversationId: string) {
  const link = { actorName: '', userId: null, refId: related.id, summary: related.subject }
  await addEntry(tx, { workspaceId, id: conversationId, lastAt: '' }, { kind: 'maybe_related', ...link })
}

async function say(
  { tx, workspaceId, own }: Filer,
  mail: PreparedMail,
  where: Pick<Received, 'conversation' | 'clientId' | 'beside'> & { clientName: string },
): Promise<ReceivedDone> {
  const kept = insertAttachments(tx, workspaceId, mail.attachments)
  const [said] = await Promise.all([
    receiveMessage(tx, workspaceId, {
      ...saidIn(mail),
      conversation: where.conversation,
      messageId: makeId(),
      clientId: where.clientId,
      authorName: mail.from ? mail.from.name || mail.from.address : where.clientName,
      participants: [...(mail.from ? [mail.from.address] : []), ...mail.recipients].filter((one) => !own.has(one)),
      channel: 'email',
      standing: standingOf(mail),
      beside: where.beside ?? null,
      kind: mail.kind === 'auto-reply' ? 'auto-reply' : 'message',
    }),
    kept,
  ])
  return said
}

function standingOf({ isHistory, kind, source }: PreparedMail): Received['standing'] {
  if (isHistory) return 'past'
  if (kind === 'auto-reply') return 'automatic'
  return source === 'import' ? 'late' : 'news'
}

function filed(how: Filed['how'], said: ReceivedDone, before: Filed['facts']): Filed {
  const { conversationId, messageId, clientId } = said
  const facts = [...before, ...said.facts]
  return { outcome: 'filed', how, conversationId, messageId, clientId, attachments: 'kept', facts }
}

function toSort(problem: string): LeftAside {
  return { outcome: 'to_sort', problem }
}
