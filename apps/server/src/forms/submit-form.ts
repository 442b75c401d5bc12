import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FormView } from '@comptoir/contract/forms'
import { makeId } from '@comptoir/rules/uuid'
import { now } from '../instant.ts'
import { mailboxOfTeam } from '../inbox/mailbox-of-conversation.ts'
import { receiveMessage } from '../inbox/receive-message.ts'
import { insertAttachments, type KeptAttachment } from '../messaging/keep-attachments.ts'
import { runWork, type Live } from '../realtime/run-command.ts'
import { workspaceOf } from '../settings/workspace-view.ts'
import { acknowledge } from './acknowledge.ts'
import type { Answers } from './check-answers.ts'
import { clientOfAnswers, type CardAnswers } from './client-of-answers.ts'
import { formOf } from './form-view.ts'
import { messageOfAnswers, subjectOfAnswers } from './message-of-answers.ts'
import { wordsIn } from './page-words.ts'

/** What somebody sent from a page that was shown to them. */
export interface Sending {
  /** The id of that page. */
  id: string
  form: FormView
  answers: Answers
  files: KeptAttachment[]
  sourceUrl: string
}

/** `twin`: it was here before, and its files are of no use; `different`: from the same page, but it says something else. */
export type Submitted = 'sent' | 'twin' | 'different'

/** Makes a conversation of what somebody filled in, once, with an acknowledgement where the business wants one. */
export function submitForm(live: Live, workspaceId: string, sending: Sending): Promise<Submitted> {
  const { id, form, answers, files, sourceUrl } = sending
  const inputHash = hashOf(sending)
  return runWork<Submitted>(live, { is: 'system', workspaceId, cause: 'form' }, async (tx) => {
    await lockForm(tx, workspaceId)
    const twin = await twinOf(tx, workspaceId, id, inputHash)
    if (twin) return { result: twin, facts: [] }
    const [business, current] = await Promise.all([workspaceOf(tx, workspaceId), formOf(tx, workspaceId)])
    const t = wordsIn(business.locale)
    const given = cardAnswers(form, answers)
    const client = await clientOfAnswers(tx, workspaceId, given)
    const mailbox = await mailboxOfTeam(tx, workspaceId, current.mailboxId)
    await insertAttachments(tx, workspaceId, files)
    const received = await receiveMessage(tx, workspaceId, {
      conversation: {
        is: 'new',
        clientId: client.id,
        subject: subjectOfAnswers(form.fields, answers),
        mailboxId: mailbox.id,
        source: 'form',
        sourceUrl,
      },
      messageId: makeId(),
      clientId: client.id,
      authorName: given.name || client.name,
      subject: '',
      bodyText: messageOfAnswers(form.fields, answers, client.differing, t),
      bodyHtml: null,
      quotedText: '',
      remoteImages: 0,
      mailId: null,
      references: [],
      participants: given.email ? [given.email] : [],
      incomingMailId: null,
      mailboxId: mailbox.id,
      channel: 'form',
      at: now(),
      attachments: files.map(({ fileId, contentId, inline }) => ({ fileId, contentId, inline })),
    })
    const email = given.email || null
    await tx.insertInto('formSubmission').values({ workspaceId, id, inputHash, email }).execute()
    const sent = { submissionId: id, conversationId: received.conversationId, mailbox }
    const acknowledged = email ? await acknowledge(tx, business, current, { ...sent, email }, t) : []
    return { result: 'sent', facts: [...client.facts, ...received.facts, ...acknowledged], clientId: client.id }
  })
}

/** One after the other: two at once from the same person would make them a client twice, and answer twice. */
async function lockForm(tx: Tx, workspaceId: string) {
  await tx.selectFrom('form').select('version').where('workspaceId', '=', workspaceId).forUpdate().execute()
}

/** From the same page, or from one that was shown again on the way back. */
async function twinOf(
  tx: Tx,
  workspaceId: string,
  id: string,
  inputHash: Buffer,
): Promise<'twin' | 'different' | null> {
  const { rows } = await sql<{ isSame: boolean }>`
    select input_hash = ${inputHash} as is_same
    from form_submission
    where workspace_id = ${workspaceId}
      and (id = ${id} or (at > now() - interval '1 hour' and input_hash = ${inputHash}))
    order by is_same desc
    limit 1`.execute(tx)
  if (!rows[0]) return null
  return rows[0].isSame ? 'twin' : 'different'
}

function hashOf({ answers, files }: Sending) {
  const words = [...answers].sort(([a], [b]) => (a < b ? -1 : 1))
  const hashes = files.map(({ toInsert }) => toInsert && [toInsert.name, toInsert.stored.sha256])
  return createHash('sha256')
    .update(JSON.stringify([words, hashes]))
    .digest()
}

function cardAnswers({ fields }: FormView, answers: Answers): CardAnswers {
  const given: CardAnswers = { name: '', email: '', phone: '', company: '', street: '', postalCode: '', town: '' }
  for (const { id, kind } of fields) if (kind in given) given[kind as keyof CardAnswers] = answers.get(id) ?? ''
  return given
}
