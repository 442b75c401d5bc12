import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FormView } from '@comptoir/contract/forms'
import type { WorkspaceView } from '@comptoir/contract/settings'
import { now } from '../instant.ts'
import type { MailboxOfConversation } from '../inbox/mailbox-of-conversation.ts'
import { writeAutomaticMessage } from '../inbox/write-automatic-message.ts'
import type { Fact } from '../realtime/record-events.ts'
import type { PageWords } from './page-words.ts'

interface Sent {
  submissionId: string
  conversationId: string
  email: string
  mailbox: MailboxOfConversation
}

/**
 * Tells whoever filled in the form that it arrived, in words of the business alone: a stranger's words would make it a
 * letterbox for spam. Needs the form locked.
 */
export async function acknowledge(
  tx: Tx,
  business: WorkspaceView,
  form: FormView,
  { submissionId, conversationId, email, mailbox }: Sent,
  t: PageWords,
): Promise<Fact[]> {
  const { workspaceId, name } = business
  if (form.acknowledgement === 'off' || !(await mayAnswer(tx, workspaceId, email))) return []
  await tx
    .updateTable('formSubmission')
    .set({ acknowledgedAt: now() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', submissionId)
    .execute()
  return writeAutomaticMessage(tx, workspaceId, {
    conversationId,
    authorName: name,
    subject: t('acknowledgement_subject'),
    text: form.acknowledgementText.trim() || t('acknowledgement', { business: name }),
    recipient: email,
    mailbox,
  })
}

/** Never a program, never ourselves, and no address more than once a day: two programs must not answer each other. */
async function mayAnswer(tx: Tx, workspaceId: string, email: string) {
  if (programs.test(email)) return false
  const mailbox = email.replace(/\+[^@]*@/, '@')
  const { rows } = await sql<{ mayBe: boolean }>`
    select count(*) <= ${mostADay} and count(s.acknowledged_at) = 0
      and not exists (
        select from mailbox m where m.workspace_id = ${workspaceId} and m.address = ${mailbox}) as may_be
    from form_submission s
    where s.workspace_id = ${workspaceId} and s.email = ${email} and s.at > now() - interval '24 hours'`.execute(tx)
  return rows[0]!.mayBe
}

const programs =
  /^(mailer-daemon|postmaster|(no|do-?not|ne-?pas)[-_.]?(reply|repondre|répondre)|noreply|bounces?|abuse|listserv|majordomo)([-+._=][^@]*)?@|-(request|bounces|owner)@/i
const mostADay = 5
