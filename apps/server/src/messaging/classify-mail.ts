import type { MailAddress } from './mail-addresses.ts'
import { headerIn, type Header } from './mime/headers.ts'

export type MailKind = 'message' | 'auto-reply' | 'bounce' | 'complaint'

export interface MailTraits {
  headers: Header[]
  from: MailAddress | null
  subject: string
  /** Of every part. */
  mediaTypes: string[]
}

/** What a mail is, so that no machine is ever answered as a person. RFC 3464 (bounces), 5965 (complaints), 3834 (automatic replies). */
export function classifyMail(mail: MailTraits): MailKind {
  const { headers, from, subject, mediaTypes } = mail
  if (mediaTypes.includes('message/feedback-report')) return 'complaint'
  if (mediaTypes.includes('message/delivery-status')) return 'bounce'
  if (/^(mailer-daemon|postmaster)@/i.test(from?.address ?? '')) return 'bounce'
  if (headerIn(headers, 'return-path') === '<>' && BOUNCE_SUBJECT.test(subject)) return 'bounce'
  return isAutoReply(mail) ? 'auto-reply' : 'message'
}

// `auto-generated` is a form or a shop writing on behalf of a person, which is to be read like a message.
function isAutoReply({ headers, subject }: MailTraits) {
  return (
    /^auto-(replied|notified)/i.test(headerIn(headers, 'auto-submitted')) ||
    /^auto_reply$/i.test(headerIn(headers, 'precedence')) ||
    headerIn(headers, 'x-autoreply') !== '' ||
    headerIn(headers, 'x-autorespond') !== '' ||
    AUTO_REPLY_SUBJECT.test(subject)
  )
}

const AUTO_REPLY_SUBJECT =
  /^(réponse automatique|message d'absence|absence du bureau|automatic reply|out of office|auto:|automatisch antwoord|automatische antwort|afwezigheidsbericht|niet op kantoor)\b ?:?/i
const BOUNCE_SUBJECT =
  /undeliver|delivery (status|failure)|returned mail|non remis|non distribu|non délivr|échec de (la )?(remise|distribution)|onbestelbaar|niet bezorgd|unzustellbar/i
