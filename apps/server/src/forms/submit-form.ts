import { makeId } from '@comptoir/rules/uuid'
import { now } from '../instant.ts'
import { mailboxOfTeam } from '../inbox/mailbox-of-conversation.ts'
import { receiveMessage } from '../inbox/receive-message.ts'
import { insertAttachments } from '../messaging/keep-attachments.ts'
import { runWork, type Live } from '../realtime/run-command.ts'
import { workspaceOf } from '../settings/workspace-view.ts'
import { acknowledge } from './acknowledge.ts'
import type { Answers } from './check-answers.ts'
import { claimSubmission, type Sending, type Submitted } from './claim-submission.ts'
import { clientOfAnswers, type CardAnswers, type OwnAnswer } from './client-of-answers.ts'
import { formOf } from './form-view.ts'
import { messageOfAnswers, subjectOfAnswers } from './message-of-answers.ts'
import { valueOf } from './own-answer.ts'
import type { PageForm } from './page-fields.ts'
import { wordsIn } from './page-words.ts'

/** Makes a conversation of what somebody filled in, once, with an acknowledgement where the business wants one. */
export function submitForm(live: Live, workspaceId: string, sending: Sending): Promise<Submitted> {
  const { id, form, answers, files, sourceUrl } = sending
  return runWork<Submitted>(live, { is: 'system', workspaceId, cause: 'form' }, async (tx) => {
    const given = cardAnswers(form, answers)
    const email = given.email || null
    const claimed = await claimSubmission(tx, workspaceId, sending, email)
    if (claimed !== 'new') return { result: claimed, facts: [] }
    const [business, current] = await Promise.all([workspaceOf(tx, workspaceId), formOf(tx, workspaceId)])
    const t = wordsIn(business.locale)
    const client = await clientOfAnswers(tx, workspaceId, given, ownAnswers(form, answers))
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
      bodyText: messageOfAnswers(form.fields, answers, client.differing, business.locale),
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
    const sent = { submissionId: id, conversationId: received.conversationId, mailbox }
    const acknowledged = email ? await acknowledge(tx, business, current, { ...sent, email }, t) : []
    return { result: 'sent', facts: [...client.facts, ...received.facts, ...acknowledged], clientId: client.id }
  })
}

export function cardAnswers({ fields }: PageForm, answers: Answers): CardAnswers {
  const given: CardAnswers = { name: '', email: '', phone: '', company: '', street: '', postalCode: '', town: '' }
  for (const { id, kind } of fields) if (kind in given) given[kind as keyof CardAnswers] = answers.get(id) ?? ''
  return given
}

function ownAnswers({ fields }: PageForm, answers: Answers): OwnAnswer[] {
  return fields.flatMap((field) => {
    const answer = answers.get(field.id)
    if (field.kind !== 'own' || !answer) return []
    return [{ fieldId: field.fieldId, value: valueOf(field.of, answer) }]
  })
}
