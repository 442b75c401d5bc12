import type { PreparedMail } from '../messaging/prepare-mail.ts'

/** What a message has of the mail it came as. */
export function saidIn(mail: PreparedMail) {
  const { subject, bodyText, bodyHtml, quotedText, remoteImages, mailId, references, mailboxId } = mail
  const { calendar, senderCheck, identityHash, receivedAt: at, id: incomingMailId } = mail
  const attachments = mail.attachments.map(({ fileId, contentId, inline }) => ({ fileId, contentId, inline }))
  const words = { subject, bodyText, bodyHtml, quotedText, remoteImages, calendar }
  return { ...words, mailId, references, mailboxId, senderCheck, identityHash, at, incomingMailId, attachments }
}
