import type { PreparedMail } from '../messaging/prepare-mail.ts'

/** What a message has of the mail it came as. */
export function saidIn(mail: PreparedMail) {
  const { subject, bodyText, bodyHtml, quotedText, remoteImages, mailId, references, mailboxId } = mail
  const { calendar, senderCheck, identityHash, id: incomingMailId } = mail
  // A file tells nothing of when it came; its mail does.
  const at = mail.source === 'import' ? (mail.date ?? mail.receivedAt) : mail.receivedAt
  const attachments = mail.attachments.map(({ fileId, contentId, inline }) => ({ fileId, contentId, inline }))
  const words = { subject, bodyText, bodyHtml, quotedText, remoteImages, calendar }
  return { ...words, mailId, references, mailboxId, senderCheck, identityHash, at, incomingMailId, attachments }
}
