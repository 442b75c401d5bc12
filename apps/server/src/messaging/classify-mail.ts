import type { Email } from 'postal-mime'

export type MailKind = 'message' | 'auto-reply' | 'bounce' | 'complaint'

/** What a mail is, so that no machine is ever answered as a person. RFC 3464 (bounces), 5965 (complaints), 3834 (automatic replies). */
export function classifyMail(email: Email): MailKind {
  const mediaTypes = new Set(email.attachments.map((attachment) => attachment.mimeType))
  const sender = email.from?.address ?? ''
  if (mediaTypes.has('message/feedback-report')) return 'complaint'
  if (mediaTypes.has('message/delivery-status')) return 'bounce'
  if (/^(mailer-daemon|postmaster)@/i.test(sender)) return 'bounce'
  if (header(email, 'return-path') === '<>' && BOUNCE_SUBJECT.test(email.subject ?? '')) return 'bounce'
  return isAutoReply(email) ? 'auto-reply' : 'message'
}

// `auto-generated` is a form or a shop writing on behalf of a person, which is to be read like a message.
function isAutoReply(email: Email) {
  return (
    /^auto-(replied|notified)/i.test(header(email, 'auto-submitted')) ||
    /^auto_reply$/i.test(header(email, 'precedence')) ||
    header(email, 'x-autoreply') !== '' ||
    header(email, 'x-autorespond') !== '' ||
    AUTO_REPLY_SUBJECT.test(email.subject ?? '')
  )
}

function header(email: Email, key: string) {
  return email.headers.find((one) => one.key === key)?.value.trim() ?? ''
}

const AUTO_REPLY_SUBJECT =
  /^(réponse automatique|message d'absence|absence du bureau|automatic reply|out of office|auto:|automatisch antwoord|automatische antwort|afwezigheidsbericht|niet op kantoor)\b ?:?/i
const BOUNCE_SUBJECT =
  /undeliver|delivery (status|failure)|returned mail|non remis|non distribu|non délivr|échec de (la )?(remise|distribution)|onbestelbaar|niet bezorgd|unzustellbar/i
