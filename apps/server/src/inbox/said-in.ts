import type { Addressee } from '@comptoir/contract/addressees'
import type { MailAddress } from '../messaging/mail-addresses.ts'
import type { PreparedMail } from '../messaging/prepare-mail.ts'

const mostAddressees = 100

/** What a message has of the mail it came as. */
export function saidIn(mail: PreparedMail) {
  const { subject, bodyText, bodyHtml, quotedText, remoteImages, mailId, references, mailboxId } = mail
  const { calendar, senderCheck, identityHash, id: incomingMailId } = mail
  // A file tells nothing of when it came; its mail does.
  const at = mail.source === 'import' ? (mail.date ?? mail.receivedAt) : mail.receivedAt
  const attachments = mail.attachments.map(({ fileId, contentId, inline }) => ({ fileId, contentId, inline }))
  const words = { subject, bodyText, bodyHtml, quotedText, remoteImages, calendar }
  return {
    ...words,
    addressees: addresseesOf(mail),
    mailId,
    references,
    mailboxId,
    senderCheck,
    identityHash,
    at,
    incomingMailId,
    attachments,
  }
}

/** A list with thousands of readers names nobody one would write to. */
function addresseesOf({ from, replyTo, to, cc }: PreparedMail): Addressee[] {
  const as = (role: Addressee['role'], people: MailAddress[]) =>
    people.map(({ address, name }) => ({ role, address, name }))
  const all = [...as('from', from ? [from] : []), ...as('reply-to', replyTo), ...as('to', to), ...as('cc', cc)]
  return all.slice(0, mostAddressees)
}
