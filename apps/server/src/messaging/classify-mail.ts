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
  if (BOUNCERS.test(from?.address ?? '') || headerIn(headers, 'x-failed-recipients') !== '') return 'bounce'
  if (headerIn(headers, 'return-path') === '<>' && BOUNCE_SUBJECT.test(subject)) return 'bounce'
  // That a mail was opened, as its reader's program tells (RFC 8098).
  if (mediaTypes.includes('message/disposition-notification')) return 'auto-reply'
  return isAutoReply(mail) ? 'auto-reply' : 'message'
}

// `auto-generated` is a form or a shop writing on behalf of a person, which is to be read like a message.
function isAutoReply({ headers, subject }: MailTraits) {
  return (
    /^auto-(replied|notified)/i.test(headerIn(headers, 'auto-submitted')) ||
    /^auto[_-]?reply$/i.test(headerIn(headers, 'precedence')) ||
    AUTO_REPLY_HEADERS.some((key) => headerIn(headers, key) !== '') ||
    AUTO_REPLY_SUBJECT.test(subject)
  )
}

const BOUNCERS = /^(?:mailer-daemon|postmaster|mail-daemon|microsoftexchange[0-9a-f]{32})@/i
const AUTO_REPLY_HEADERS = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-vacation']
const AUTO_REPLY_SUBJECT =
  /^(?:réponse automatique|message d['’]absence|absence du bureau|absent du bureau|automatic reply|auto-?reply|out of (?:the )?office|auto ?:|automatisch antwoord|automatische antwort|abwesenheitsnotiz|afwezigheidsbericht|afwezigheidsmelding|niet op kantoor|afwezig ?:)(?:\b|$|\s)/i
const BOUNCE_SUBJECT =
  /undeliver|delivery (?:status|failure|has failed|incomplete)|mail delivery failed|returned mail|non remis|non distribu|non délivr|échec de (la )?(remise|distribution)|onbestelbaar|niet bezorgd|unzustellbar/i
