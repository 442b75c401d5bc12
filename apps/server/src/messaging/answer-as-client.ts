import { inWorkspace } from '@comptoir/db/db'
import { formatter } from '@comptoir/messages/format'
import { quotes } from '@comptoir/messages/quotes'
import { translator } from '@comptoir/messages/translate'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { replyAddressOf } from './open-outgoing.ts'
import { sandboxMail } from './open-sandbox-mail.ts'
import { earlierMails } from './earlier-mails.ts'
import { postAsClient, type Posted, type PostingParts } from './post-as-client.ts'
import type { SandboxRow } from './sandbox-mails.ts'
import { sandboxMailView } from './sandbox-mails.ts'

interface Answer {
  commandId: string
  body: string
}

/** Answers a mail of the sandbox as the client's own mail program would: quoting it, and naming it. */
export async function answerAsClient(
  parts: PostingParts,
  staff: Staff,
  deliveryId: string,
  { commandId, body }: Answer,
): Promise<Posted> {
  const { row, earlier, workspace } = await inWorkspace(parts.db, staff.workspaceId, async (tx) => {
    const row = await sandboxMail(tx, staff, deliveryId)
    const [earlier, workspace] = await Promise.all([
      earlierMails(tx, staff.workspaceId, row.conversationId, row.seq),
      tx.selectFrom('workspace').select(['locale', 'timeZone']).executeTakeFirstOrThrow(),
    ])
    return { row, earlier, workspace }
  })
  if (row.removedAt) throw new Refusal('conflict', 'errors.mailbox_missing')
  const { subject, to, toName, fromName } = sandboxMailView(row)
  const introduction = introductionOf(row, workspace)
  return postAsClient(
    parts,
    staff,
    { name: 'messaging.answer_as_client', commandId, input: { deliveryId, body } },
    row.mailboxId,
    {
      from: { name: toName, address: to },
      replyTo: null,
      to: [
        {
          name: fromName,
          address: replyAddressOf(row.address, row.conversationId, parts.config, parts.secretKey) ?? row.address,
        },
      ],
      cc: [],
      subject: /^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`,
      text: `${body}\n\n${introduction}\n${row.bodyText.replace(/^/gm, '> ')}\n`,
      html: `${asHtml(body)}<br><div>${escaped(introduction)}</div><blockquote type="cite">${row.bodyHtml ?? asHtml(row.bodyText)}</blockquote>`,
      messageId: `${commandId}@sandbox.invalid`,
      inReplyTo: row.mailId,
      references: [...earlier.references, ...(row.mailId ? [row.mailId] : [])],
      date: new Date(),
      attachments: [],
    },
  )
}

function introductionOf(
  { at, fromName, address }: SandboxRow,
  { locale, timeZone }: { locale: 'fr' | 'nl' | 'en'; timeZone: string },
) {
  const date = formatter(locale, timeZone).full(at)
  return translator(quotes[locale], locale)('wrote', { date, name: `${fromName} <${address}>` })
}

function asHtml(text: string) {
  return `<div>${escaped(text).replaceAll('\n', '<br>')}</div>`
}

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
