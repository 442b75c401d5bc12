import { readWorkspace } from '@comptoir/db/db'
import { mailboxOfTeam } from '../inbox/mailbox-of-conversation.ts'
import { mayHaveCommitted } from '../may-have-committed.ts'
import { composeMail } from '../messaging/compose-mail.ts'
import { insertIncoming } from '../messaging/insert-incoming.ts'
import { maxMailBytes } from '../messaging/store-mail.ts'
import { runWork } from '../realtime/run-command.ts'
import type { Server } from '../server.ts'
import { workspaceOf } from '../settings/workspace-view.ts'
import { claimSubmission, type Sending, type Submitted } from './claim-submission.ts'
import { formOf } from './form-view.ts'
import { allAnswers, subjectOfAnswers } from './message-of-answers.ts'
import type { CardAnswers } from './client-of-answers.ts'

type Parts = Pick<Server, 'live' | 'files' | 'intake'>

/**
 * Puts what a blocked sender filled in before the intake, as a mail of theirs: it waits among spam with the others, and
 * whoever takes it back finds all of it.
 */
export async function setSubmissionAside(
  { live, files, intake }: Parts,
  workspaceId: string,
  sending: Sending,
  { name, email }: CardAnswers,
): Promise<Submitted> {
  const { id, form, answers } = sending
  const { mailbox, locale } = await readWorkspace(live.db, workspaceId, async (tx) => {
    const [business, { mailboxId }] = await Promise.all([workspaceOf(tx, workspaceId), formOf(tx, workspaceId)])
    return { mailbox: await mailboxOfTeam(tx, workspaceId, mailboxId), locale: business.locale }
  })
  const mail = composeMail({
    from: { name, address: email },
    replyTo: null,
    to: [mailbox],
    cc: [],
    subject: subjectOfAnswers(form.fields, answers),
    text: allAnswers(form.fields, answers, locale),
    html: '',
    messageId: `${id}@form.invalid`,
    inReplyTo: null,
    references: [],
    date: new Date(),
    attachments: sending.files.flatMap(({ toInsert }) => {
      if (!toInsert) return []
      const { name, mediaType, stored } = toInsert
      return { name, mediaType, contentId: null, open: () => files.read(workspaceId, stored.key) }
    }),
  })
  const stored = await files.write(workspaceId, mail, { maxBytes: maxMailBytes })
  const submitted = await runWork<Submitted>(live, { is: 'system', workspaceId, cause: 'form' }, async (tx) => {
    const claimed = await claimSubmission(tx, workspaceId, sending, email)
    if (claimed !== 'new') return { result: claimed, facts: [] }
    const mailboxes = [{ mailboxId: mailbox.id, addresses: [mailbox.address] }]
    await insertIncoming(tx, workspaceId, { envelopeFrom: email, stored, mailboxes })
    return { result: 'set-aside', facts: [] }
  }).catch(async (error: unknown) => {
    if (!mayHaveCommitted(error)) await files.remove(workspaceId, stored.key)
    throw error
  })
  if (submitted !== 'set-aside') await files.remove(workspaceId, stored.key)
  intake.wake()
  return submitted
}
